// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d } from "kernelsmith";

export default defineModel({
  name: "positional",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const c = conv2d(image, { filters: 16, kernel: [5, 5] });
    const p = maxPool2d(c, [2, 2]); // !! KS102
    return linear(flatten(p), { units: 10 });
  },
});
