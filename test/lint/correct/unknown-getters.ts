// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const config = {
  base: 4,
  asked: 0,
  get filters() {
    this.asked += 1;
    return this.base * this.asked;
  },
  set width(n: number) {
    this.base = n / 2;
  },
};
config.width = 16;

export default defineModel({
  inputs: { image: [1, 12, 12] },
  outputs({ image }) {
    config.asked = 0;
    const a = relu(conv2d(image, { filters: config.filters, kernel: 3 }));
    const b = relu(conv2d(a, { filters: config.filters, kernel: 3, groups: 8 }));
    return linear(globalAveragePool2d(b), { units: 2 });
  },
});
