// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

const block = async (x, filters) => relu(conv2d(x, { filters, kernel: 3 }));

export default defineModel({
  name: "awaited",
  inputs: { image: [1, 16, 16] },
  outputs({ image }) {
    const x = block(image, 8);
    const flat = flatten(x); // !! KS103
    return linear(flat, { units: 10 });
  },
});
