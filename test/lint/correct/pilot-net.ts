// @ts-nocheck
import { conv2d, defineModel, elu, flatten, linear, mse, div, sub } from "kernelsmith";

export default defineModel({
  name: "pilotnet",
  inputs: { road: [3, 66, 200] },
  outputs({ road }) {
    const layers = [
      [24, 5, 2],
      [36, 5, 2],
      [48, 5, 2],
      [64, 3, 1],
      [64, 3, 1],
    ] as const;
    let x = sub(div(road, 127.5), 1);
    for (const [filters, kernel, stride] of layers) x = elu(conv2d(x, { filters, kernel, stride })); // ok KS251
    x = flatten(x);
    for (const units of [100, 50, 10]) x = elu(linear(x, { units })); // ok KS256
    return { angle: linear(x, { units: 1 }) };
  },
  train: { loss: mse() },
});
