// @ts-nocheck
import { conv2d, defineModel, dropout, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  name: "keras-mnist",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 32, kernel: 3, padding: 1 }));
    x = relu(conv2d(x, { filters: 64, kernel: 3, padding: 1 }));
    x = dropout(flatten(maxPool2d(x, { kernel: 2 })), { p: 0.25 });
    const dense = relu(linear(x, { units: 128 })); // !! KS256
    return { logits: linear(dense, { units: 10 }) };
  },
});
