// @ts-nocheck
import { conv2d, defineModel, loss, relu, square, sub } from "kernelsmith";

const pixelLoss = loss({ // !! KS202
  name: "pixels",
  targets: { clean: [1, 32, 32] },
  value: ({ restored }, { clean }) => square(sub(restored, clean)),
});

export default defineModel({
  name: "denoise",
  inputs: { noisy: [1, 32, 32] },
  outputs: ({ noisy }) => {
    const h = relu(conv2d(noisy, { filters: 16, kernel: 3, padding: 1 }));
    return { restored: conv2d(h, { filters: 1, kernel: 3, padding: 1 }) };
  },
  train: { loss: pixelLoss },
});
