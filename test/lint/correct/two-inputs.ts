// @ts-nocheck
import { concat, conv2d, crossEntropy, defineModel, globalMaxPool2d, linear, relu } from "kernelsmith";

export default defineModel({
  name: "picture-and-facts",
  inputs: { picture: [3, 48, 48], facts: [10] },
  outputs({ picture, facts }) {
    const seen = globalMaxPool2d(
      [8, 16, 32].reduce((x, filters) => relu(conv2d(x, { filters, kernel: 4, stride: 2, padding: 1 })), picture),
    );
    const told = relu(linear(facts, { units: 16 }));
    return { logits: linear(relu(linear(concat([seen, told]), { units: 24 })), { units: 3 }) };
  },
  train: { loss: crossEntropy() },
});
