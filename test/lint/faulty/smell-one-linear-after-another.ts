// @ts-nocheck
import { crossEntropy, defineModel, linear, relu } from "kernelsmith";

export default defineModel({
  name: "mlp",
  inputs: { row: [30] },
  outputs({ row }) {
    const a = relu(linear(row, { units: 64 }));
    const b = linear(a, { units: 32 });
    return { logits: linear(b, { units: 3 }) }; // !! KS301
  },
  train: { loss: crossEntropy() },
});
