import { add, batchNorm, clip, conv2d, defineModel, globalAveragePool2d } from "kernelsmith";
import { linear, type Tensor } from "kernelsmith";

/** Sandler et al. 2018 (arXiv:1801.04381), table 2: expansion, filters, blocks, stride. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

interface Sizes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly groups?: number;
}

const convolution = (x: Tensor, sizes: Sizes): Tensor =>
  batchNorm(conv2d(x, { ...sizes, padding: sizes.kernel >> 1, bias: false }));

const relu6 = (x: Tensor): Tensor => clip(x, { min: 0, max: 6 });

function inverted(x: Tensor, filters: number, stride: number, expansion: number): Tensor {
  const channels = x.shape[0] ?? 1;
  const hidden = channels * expansion;
  const wide = expansion === 1 ? x : relu6(convolution(x, { filters: hidden, kernel: 1 }));
  const depthwise = relu6(
    convolution(wide, { filters: hidden, kernel: 3, stride, groups: hidden }),
  );
  const narrow = convolution(depthwise, { filters, kernel: 1 });
  return stride === 1 && channels === filters ? add(x, narrow) : narrow;
}

export default defineModel({
  inputs: { image: [3, 224, 224] },
  outputs: ({ image }) => {
    let x = relu6(convolution(image, { filters: 32, kernel: 3, stride: 2 }));
    for (const [expansion, filters, blocks, stride] of stages)
      for (let b = 0; b < blocks; b++) x = inverted(x, filters, b === 0 ? stride : 1, expansion);
    const last = relu6(convolution(x, { filters: 1280, kernel: 1 }));
    return linear(globalAveragePool2d(last), { units: 1000 });
  },
});
