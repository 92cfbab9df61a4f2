// @ts-nocheck
import { defineModel, groupNorm, linear, relu } from "kernelsmith";

const units = 16;

export default defineModel({
  name: "features",
  inputs: { x: [10] },
  outputs({ x }) {
    const h = linear(x, { units });
    const normed = groupNorm(h, { groups: units }); // !! KS313
    return { y: linear(relu(normed), { units: 2 }) };
  },
});
