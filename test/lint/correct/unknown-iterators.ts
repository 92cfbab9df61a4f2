// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const range = {
  from: 1,
  to: 3,
  [Symbol.iterator]() {
    let at = this.from;
    const last = this.to;
    return { next: () => (at <= last ? { done: false, value: at++ } : { done: true, value: undefined }) };
  },
};

export default defineModel({
  inputs: { image: [1, 14, 14] },
  outputs({ image }) {
    let x = image;
    for (const n of range) x = relu(conv2d(x, { filters: 4 * n, kernel: 3 }));
    const [a, b] = range;
    return linear(globalAveragePool2d(x), { units: Math.max(...range) + a + b });
  },
});
