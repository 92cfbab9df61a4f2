// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d } from "kernelsmith";

/** Nobody calls these with anything. */
export const broken = (x) => maxPool2d(conv2d(x, { filters: 2, kernel: 300 }), { kernel: 200 });
function later(image) {
  return linear(image, { units: 3 });
}

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs: ({ image }) => linear(flatten(image), { units: typeof later === "function" ? 2 : -2 }),
});
