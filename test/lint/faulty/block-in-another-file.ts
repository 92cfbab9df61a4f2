// @ts-nocheck
import { defineModel, globalAveragePool2d, linear } from "kernelsmith";
import { stack } from "./parts/residual.ts";

export default defineModel({
  name: "resnet",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = stack(image, [16, 32, 64]);
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
