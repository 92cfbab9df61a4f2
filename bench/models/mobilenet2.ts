import { add, batchNorm, conv2d, defineModel } from "kernelsmith";
import { globalAveragePool2d, linear, relu6, type Tensor } from "kernelsmith";

/** Sandler et al. 2018, table 2: expansion, filters, repeats, stride. */
const bottlenecks = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

const pointwise = { kernel: 1, bias: false } as const;

export default defineModel({
  name: "mobilenet2",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    const stem = { filters: 32, kernel: 3, stride: 2, padding: 1, bias: false } as const;
    let x: FeatureMap = relu6(batchNorm(conv2d(image, stem)));
    for (const [expansion, filters, repeats, stride] of bottlenecks)
      for (let i = 0; i < repeats; i++) x = bottleneck(x, expansion, filters, i === 0 ? stride : 1);
    const last = relu6(batchNorm(conv2d(x, { ...pointwise, filters: 1280 })));
    return { logits: linear(globalAveragePool2d(last), { units: 1000 }) };
  },
});

/** Sizes known at run time only: the blocks are built in functions that do not care. */
type FeatureMap = Tensor<readonly number[]>;

/** Widened by a 1×1 convolution, filtered channel by channel, narrowed again; added to x where shapes allow. */
function bottleneck(x: FeatureMap, expansion: number, filters: number, stride: number): FeatureMap {
  const [channels = 1] = x.shape;
  const wide = channels * expansion;
  const e = expansion === 1 ? x : relu6(batchNorm(conv2d(x, { ...pointwise, filters: wide })));
  const depthwise = { kernel: 3, stride, padding: 1, groups: wide, bias: false } as const;
  const d = relu6(batchNorm(conv2d(e, { ...depthwise, filters: wide })));
  const y: FeatureMap = batchNorm(conv2d(d, { ...pointwise, filters }));
  return stride === 1 && channels === filters ? add(x, y) : y;
}
