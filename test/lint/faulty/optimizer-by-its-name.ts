// @ts-nocheck
import { crossEntropy, defineModel, linear, relu } from "kernelsmith";

const compile = { optimizer: "adam", loss: crossEntropy() };

export default defineModel({ // !! KS102
  name: "keras-habits",
  inputs: { x: [10] },
  outputs: ({ x }) => linear(relu(linear(x, { units: 20 })), { units: 2 }),
  train: { ...compile },
});
