// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

interface Stage {
  width?: number;
  stride: number;
}
const stages: Stage[] = [{ width: 16, stride: 1 }, { width: 32, stride: 2 }, { stride: 2 }];

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = image;
    for (const { width: filters, stride } of stages)
      x = relu(batchNorm(conv2d(x, { filters, stride, kernel: 3, padding: 1, bias: false }))); // !! KS102
    return { logits: linear(globalAveragePool2d(x), { units: 2 }) };
  },
});
