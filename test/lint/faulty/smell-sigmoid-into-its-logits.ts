// @ts-nocheck
import { bceWithLogits, conv2d, defineModel, globalAveragePool2d, linear, relu, sigmoid } from "kernelsmith";

export default defineModel({
  name: "tumour",
  inputs: { scan: [1, 64, 64] },
  outputs({ scan }) {
    let x = scan;
    for (const filters of [8, 16, 32]) x = relu(conv2d(x, { filters, kernel: 4, stride: 2, padding: 1 }));
    return { risk: sigmoid(linear(globalAveragePool2d(x), { units: 1 })) }; // !! KS304
  },
  train: { loss: bceWithLogits() },
});
