// @ts-nocheck
import { concat, conv2d, defineModel, relu } from "kernelsmith";

const branches = [
  { kernel: 1, on: false },
  { kernel: 3, on: false },
  { kernel: 5, on: false },
];

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const chosen = branches
      .filter((b) => b.on)
      .map(({ kernel }) => relu(conv2d(image, { filters: 8, kernel, padding: (kernel - 1) / 2 })));
    return concat(chosen); // !! KS105
  },
});
