// @ts-nocheck
import { crossEntropy, defineModel, linear, relu, softmax } from "kernelsmith";

export default defineModel({
  name: "both",
  inputs: { x: [16] },
  outputs({ x }) {
    const logits = linear(relu(linear(x, { units: 32 })), { units: 4 });
    return { logits, probabilities: softmax(logits) };
  },
  train: {
    loss: crossEntropy(), // !! KS108
  },
});
