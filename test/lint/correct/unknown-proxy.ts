// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const widths = new Proxy({} as Record<string, number>, {
  get: (_, name) => (typeof name === "string" ? name.length * 4 : undefined),
});

export default defineModel({
  inputs: { image: [1, 12, 12] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: widths.stem, kernel: 3 }));
    return linear(globalAveragePool2d(relu(conv2d(x, { filters: widths.body, kernel: 3, groups: 4 }))), { units: widths.a });
  },
});
