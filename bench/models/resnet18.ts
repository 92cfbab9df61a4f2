import { add, batchNorm, conv2d, crossEntropy, defineModel, flatten } from "kernelsmith";
import { globalAveragePool2d, linear, maxPool2d, relu, sgd, type Tensor } from "kernelsmith";

/** He et al. 2015, table 1, 18 layers. */
export default defineModel({
  name: "resnet18",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    const stem = normalised(image, 64, 7, 2);
    const s1 = stage(maxPool2d(relu(stem), { kernel: 3, stride: 2, padding: 1 }), 64, 1);
    const s4 = stage(stage(stage(s1, 128, 2), 256, 2), 512, 2);
    return { logits: linear(flatten(globalAveragePool2d(s4)), { units: 1000 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: sgd({ momentum: 0.9 }) },
});

/** Sizes known at run time only: the blocks are built in functions that do not care. */
type FeatureMap = Tensor<readonly number[]>;

function stage(x: FeatureMap, filters: number, stride: number): FeatureMap {
  const shortcut = stride === 1 ? x : normalised(x, filters, 1, stride);
  return block(block(x, shortcut, filters, stride), undefined, filters, 1);
}

/** y = relu(f(x) + shortcut), f two 3×3 convolutions; the shortcut is x itself where none is given. */
function block(
  x: FeatureMap,
  shortcut: FeatureMap | undefined,
  filters: number,
  stride: number,
): FeatureMap {
  const inner = relu(normalised(x, filters, 3, stride));
  return relu(add(normalised(inner, filters, 3, 1), shortcut ?? x));
}

function normalised(x: FeatureMap, filters: number, kernel: number, stride: number): FeatureMap {
  const padding = (kernel - 1) / 2;
  return batchNorm(conv2d(x, { filters, kernel, stride, padding, bias: false }));
}
