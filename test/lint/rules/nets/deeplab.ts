import { add, batchNorm, concat, conv2d, defineModel, globalAveragePool2d } from "kernelsmith";
import { relu, type Tensor, upsample } from "kernelsmith";

/** The head of Chen et al. 2017 (arXiv:1706.05587): the same map at several dilations. */
const convolution = (x: Tensor, filters: number, kernel: number, dilation = 1): Tensor =>
  relu(
    batchNorm(
      conv2d(x, {
        filters,
        kernel,
        padding: dilation * (kernel >> 1),
        dilation,
        bias: false,
      }),
    ),
  );

export default defineModel({
  inputs: { map: [256, 64, 64] },
  outputs: ({ map }) => {
    const pooled = convolution(globalAveragePool2d(map, { keepDims: true }), 64, 1);
    const views = [1, 6, 12, 18].map((d) => convolution(map, 64, d === 1 ? 1 : 3, d));
    const seen = convolution(concat(views), 64, 1);
    return conv2d(upsample(add(seen, pooled), { scale: 4 }), { filters: 21, kernel: 1 });
  },
});
