// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

/** As large a kernel as fits: refusals are what it asks for. */
function largest(x) {
  for (const kernel of [15, 11, 7, 5, 3, 1]) {
    try {
      return relu(conv2d(x, { filters: 4, kernel }));
    } catch {
      continue;
    }
  }
  throw new Error("nothing fits");
}

export default defineModel({
  name: "tries",
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => linear(flatten(largest(largest(image))), { units: 3 }),
});
