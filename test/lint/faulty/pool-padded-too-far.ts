// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  name: "plates",
  inputs: { plate: [1, 24, 94] },
  outputs({ plate }) {
    let x = relu(conv2d(plate, { filters: 24, kernel: 3, padding: 1 }));
    x = maxPool2d(x, { kernel: 2, padding: 2 }); // !! KS102
    x = relu(conv2d(x, { filters: 48, kernel: 3, padding: 1 }));
    return { letters: linear(flatten(x), { units: 7 * 36 }) };
  },
});
