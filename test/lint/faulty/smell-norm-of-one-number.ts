// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, instanceNorm, linear, relu } from "kernelsmith";

export default defineModel({
  name: "norm-at-the-end",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = image;
    for (const filters of [16, 32, 64]) x = relu(conv2d(x, { filters, kernel: 4, stride: 4, padding: 1 }));
    const y = relu(instanceNorm(x)); // !! KS313
    return { logits: linear(globalAveragePool2d(y), { units: 10 }) };
  },
});
