// @ts-nocheck
import { batchNorm, conv2d, crossEntropy, defineModel, dropout, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  name: "disharmony",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const b = conv2d(a, { filters: 32, kernel: 3, padding: 1, bias: false });
    const c = relu(batchNorm(dropout(b, { p: 0.3 }))); // !! KS306
    return { logits: linear(globalAveragePool2d(c), { units: 10 }) };
  },
  train: { loss: crossEntropy() },
});
