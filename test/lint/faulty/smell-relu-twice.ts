// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const block = (x, filters) => relu(batchNorm(conv2d(x, { filters, kernel: 3, padding: 1, bias: false })));

export default defineModel({
  inputs: { image: [3, 24, 24] },
  outputs({ image }) {
    let x = image;
    for (const filters of [16, 32]) x = relu(block(x, filters)); // !! KS302
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
