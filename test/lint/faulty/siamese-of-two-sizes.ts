// @ts-nocheck
import { abs, conv2d, defineModel, flatten, linear, maxPool2d, relu, sigmoid, sub } from "kernelsmith";

const SIZES = { left: 64, right: 60 };

const embed = (x) => {
  const a = maxPool2d(relu(conv2d(x, { filters: 8, kernel: 5 })), { kernel: 2 });
  return flatten(maxPool2d(relu(conv2d(a, { filters: 16, kernel: 3 })), { kernel: 2 }));
};

export default defineModel({
  name: "same-face",
  inputs: { left: [1, SIZES.left, SIZES.left], right: [1, SIZES.right, SIZES.right] },
  outputs: ({ left, right }) => {
    const distance = abs(sub(embed(left), embed(right))); // !! KS201
    return { same: sigmoid(linear(distance, { units: 1 })) };
  },
});
