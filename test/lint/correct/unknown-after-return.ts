// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs({ image }) {
    return linear(flatten(relu(conv2d(image, { filters: 2, kernel: 3 }))), { units: 2 });
    const never = conv2d(image, { filters: 2, kernel: 30 });
    return never;
  },
});
