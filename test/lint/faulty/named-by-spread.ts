// @ts-nocheck
import { conv2d, defineModel, relu } from "kernelsmith";

const base = { kernel: 3, padding: 1, name: "body" };

export default defineModel({
  inputs: { image: [3, 16, 16] },
  outputs({ image }) {
    const first = relu(conv2d(image, { ...base, filters: 8 }));
    const second = relu(conv2d(first, { ...base, filters: 8, name: `${base.name}2` }));
    return conv2d(second, { ...base, filters: 3 }); // !! KS104
  },
});
