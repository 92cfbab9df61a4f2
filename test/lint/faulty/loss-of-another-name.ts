// @ts-nocheck
import { adam, conv2d, crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";

const loss = crossEntropy({ of: "logits" }); // !! KS108

export default defineModel({
  name: "renamed",
  inputs: { image: [1, 12, 12] },
  outputs({ image }) {
    const h = relu(conv2d(image, { filters: 8, kernel: 3, stride: 2 }));
    return { scores: linear(flatten(h), { units: 10 }) };
  },
  train: { loss, optimizer: adam({ learningRate: 1e-3 }) },
});
