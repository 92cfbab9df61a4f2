// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const widths = new Map<string, number>([["stem", 8]]);
widths.set("body", 16).set("head", 32);
const seen = new Set<number>([3, 3, 1]);
const cache = new WeakMap();

export default defineModel({
  name: "maps",
  inputs: { image: [3, 20, 20] },
  outputs({ image }) {
    let x = image;
    for (const [name, filters] of widths) {
      for (const kernel of seen) x = relu(conv2d(x, { filters, kernel, name: `${name}-${kernel}` }));
      cache.set(x, name);
    }
    const units = widths.has("tail") ? 0 : seen.size;
    return linear(globalAveragePool2d(x), { units });
  },
});
