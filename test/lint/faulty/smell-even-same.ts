// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const layers = [
  { filters: 16, kernel: 3 },
  { filters: 32, kernel: 4 },
];

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    let x = image;
    for (const options of layers) x = relu(conv2d(x, { ...options, padding: "same" })); // !! KS252
    return { y: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
