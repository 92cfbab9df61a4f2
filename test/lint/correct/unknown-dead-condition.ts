// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const DEBUG = false;

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs({ image }) {
    if (DEBUG) conv2d(image, { filters: 2, kernel: 30 });
    const x = DEBUG && conv2d(image, { filters: 2, kernel: 31 });
    const y = x || conv2d(image, { filters: 2, kernel: 3 });
    for (let i = 0; i < 0; i++) linear(y, { units: 0 });
    return linear(flatten(y), { units: 2 });
  },
});
