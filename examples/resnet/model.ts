import { add, batchNorm, conv2d, crossEntropy, defineModel } from "kernelsmith";
import { globalAveragePool2d, linear, relu, sgd, type Tensor } from "kernelsmith";

type Map = Tensor<readonly [number, number, number]>;

/** A residual network for 32×32 colour images (He et al. 2015, section 4.2), half as wide. */
const stages = [8, 16, 32];
const blocks = 1;

export default defineModel({
  name: "resnet",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x: Map = relu(batchNorm(convolution(image, 8, 3)));
    for (const [stage, filters] of stages.entries()) {
      for (let b = 0; b < blocks; b++) x = block(x, filters, stage > 0 && b === 0 ? 2 : 1);
    }
    return { logits: linear(globalAveragePool2d(x), { units: 6 }) };
  },
  train: {
    loss: crossEntropy({ of: "logits" }),
    optimizer: sgd({ momentum: 0.9, weightDecay: 1e-4 }),
  },
});

/** relu(f(x) + x); where the sizes change, x is projected by a 1×1 convolution first. */
function block(x: Map, filters: number, stride: number): Map {
  const inner = relu(batchNorm(convolution(x, filters, 3, stride)));
  const f = batchNorm(convolution(inner, filters, 3));
  const same = stride === 1 && x.shape[0] === filters;
  return relu(add(f, same ? x : batchNorm(convolution(x, filters, 1, stride))));
}

/** No bias: the batch norm behind it would take it out again. */
function convolution(x: Map, filters: number, kernel: number, stride = 1): Map {
  return conv2d(x, { filters, kernel, stride, padding: (kernel - 1) / 2, bias: false });
}
