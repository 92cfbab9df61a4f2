// @ts-nocheck
import { defineModel, linear, relu } from "kernelsmith";

const inputShape = [null, 4];

export const iris = defineModel({ // !! KS205
  name: "iris",
  inputs: { flower: inputShape },
  outputs: ({ flower }) => ({ species: linear(relu(linear(flower, { units: 8 })), { units: 3 }) }),
});
