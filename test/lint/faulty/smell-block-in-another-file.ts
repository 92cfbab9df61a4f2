// @ts-nocheck
import { defineModel, globalAveragePool2d, linear } from "kernelsmith";
import { downsample as down } from "./parts/biased.ts";

export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const x = [16, 32].reduce(down, image);
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
