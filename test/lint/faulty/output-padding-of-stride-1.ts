// @ts-nocheck
import { conv2d, convTranspose2d, defineModel, mse, relu, sigmoid } from "kernelsmith";

const encoder = [
  { filters: 16, kernel: 3, stride: 2, padding: 1 },
  { filters: 32, kernel: 3, stride: 2, padding: 1 },
];
const decoder = [
  { filters: 16, kernel: 3, stride: 2, padding: 1, outputPadding: 1 },
  { filters: 1, kernel: 3, stride: 1, padding: 1, outputPadding: 1 },
];

export default defineModel({
  name: "autoencoder",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const code = encoder.reduce((x, options) => relu(conv2d(x, options)), image);
    const shown = decoder.reduce((x, options) => {
      return relu(convTranspose2d(x, options)); // !! KS102
    }, code);
    return { shown: sigmoid(shown) };
  },
  train: { loss: mse() },
});
