// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const kernel = Number(process.env.KERNEL ?? 3);
const deep = process.env["DEEP"] === "yes";

export default defineModel({
  name: process.env.MODEL_NAME ?? "environment",
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 8, kernel }));
    if (deep) x = relu(conv2d(x, { filters: 16, kernel: 9 }));
    return linear(flatten(maxPool2d(x, { kernel: 2 })), { units: 10 });
  },
});
