// @ts-nocheck
import { conv2d, convTranspose2d, defineModel, mse, relu, sigmoid } from "kernelsmith";

const widths = [16, 32];

export default defineModel({
  name: "autoencoder",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const code = widths.reduce((x, filters) => relu(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 })), image);
    const back = [...widths].reverse().slice(1).concat(1);
    const shown = back.reduce((x, filters, i) => {
      const y = convTranspose2d(x, { filters, kernel: 3, stride: 2, padding: 1, outputPadding: 1 });
      return i < back.length - 1 ? relu(y) : sigmoid(y);
    }, code);
    return { shown, code };
  },
  train: { loss: mse({ of: "shown" }) },
});
