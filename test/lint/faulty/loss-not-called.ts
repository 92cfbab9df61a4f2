// @ts-nocheck
import { adamw, defineModel, linear, mse, relu } from "kernelsmith";

export default defineModel({ // !! KS102
  name: "prices",
  inputs: { house: [13] },
  outputs: ({ house }) => {
    const sizes = [64, 32, 1];
    return sizes.reduce((x, units, i) => {
      const y = linear(x, { units });
      return i === sizes.length - 1 ? y : relu(y);
    }, house);
  },
  train: { loss: mse, optimizer: adamw() },
});
