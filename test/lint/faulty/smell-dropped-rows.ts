// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const down = (x, filters: number) =>
  relu(batchNorm(conv2d(x, { filters, kernel: 3, stride: 3, bias: false }))); // !! KS251

export default defineModel({
  name: "thirds",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = down(image, 16);
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
