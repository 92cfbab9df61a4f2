// @ts-nocheck
import { conv2d, crossEntropy, defineModel, mean, relu } from "kernelsmith";

export default defineModel({
  name: "one-number",
  inputs: { image: [3, 16, 16] },
  outputs({ image }) {
    const map = relu(conv2d(image, { filters: 10, kernel: 3, padding: 1 }));
    return { logits: mean(map) }; // over all axes, the channels too
  },
  train: {
    loss: crossEntropy({ of: "logits" }), // !! KS202
  },
});
