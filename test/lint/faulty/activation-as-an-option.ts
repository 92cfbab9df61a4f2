// @ts-nocheck
import { defineModel, dropout, linear, mse } from "kernelsmith";

const layers = [
  { units: 64, activation: "relu" },
  { units: 64, activation: "relu" },
  { units: 1 },
];

export default defineModel({
  name: "housing",
  inputs: { features: [13] },
  outputs({ features }) {
    let x = features;
    for (const [i, layer] of layers.entries()) {
      x = linear(x, layer); // !! KS101
      if (i < layers.length - 1) x = dropout(x, { p: 0.1 });
    }
    return { price: x };
  },
  train: { loss: mse() },
});
