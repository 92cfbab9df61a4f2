// @ts-nocheck
import { defineModel, linear, mean, relu, square, sub } from "kernelsmith";

export default defineModel({ // !! KS104
  name: "regression",
  inputs: { x: [8], y: [1] },
  outputs: ({ x, y }) => {
    const guess = linear(relu(linear(x, { units: 16 })), { units: 1 });
    const loss = mean(square(sub(guess, y)));
    return { guess, loss };
  },
});
