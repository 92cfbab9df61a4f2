// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu, type Tensor } from "kernelsmith";

type Map = Tensor<readonly [number, number, number]>;

function basicBlock(x: Map, filters: number, stride: number): Map {
  const a = relu(batchNorm(conv2d(x, { filters, kernel: 3, stride, padding: 1, bias: false })));
  const b = batchNorm(conv2d(a, { filters, kernel: 3, padding: 1, bias: false }));
  return relu(add(b, x)); // !! KS201
}

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x: Map = relu(batchNorm(conv2d(image, { filters: 16, kernel: 3, padding: 1, bias: false })));
    x = basicBlock(x, 16, 1);
    x = basicBlock(x, 32, 2);
    x = basicBlock(x, 64, 2);
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
