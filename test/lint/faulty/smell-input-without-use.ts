// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({ // !! KS309
  name: "two-eyes",
  inputs: { left: [3, 32, 32], right: [3, 32, 32] },
  outputs({ left, right }) {
    const eye = (x) => globalAveragePool2d(relu(conv2d(x, { filters: 16, kernel: 3, padding: 1 })));
    const seen = eye(left);
    return { depth: linear(seen, { units: 1 }) };
  },
});
