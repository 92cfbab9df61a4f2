// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";
import * as ks from "kernelsmith";

const layerOf = (kind: string) => ks[kind];
const chosen = ["maxPool2d", "averagePool2d"][new Date().getFullYear() > 1990 ? 0 : 1];

export default defineModel({
  inputs: { image: [1, 9, 9] },
  outputs({ image }) {
    const pool = layerOf(chosen);
    const x = pool(relu(conv2d(image, { filters: 2, kernel: 2 })), { kernel: 2 });
    const y = (globalThis as { layer?: typeof maxPool2d }).layer ?? maxPool2d;
    return linear(flatten(y(x, { kernel: 2 })), { units: 2 });
  },
});
