// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  name: "lost",
  inputs: { image: [1, 14, 14] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 8, kernel: 3 })); // !! KS308
    x = relu(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    return { y: linear(flatten(x), { units: 10 }) };
  },
});
