// @ts-nocheck
import { conv2d, defineModel, mse, relu } from "kernelsmith";

const scheme = "9-1-5";
const [f1, f2, f3] = scheme.split("-").map(Number);

export default defineModel({
  name: `srcnn-${scheme}`,
  inputs: { upscaled: [1, 33, 33] },
  outputs({ upscaled }) {
    const patches = relu(conv2d(upscaled, { filters: 64, kernel: f1, padding: (f1 - 1) / 2 }));
    const mapped = relu(conv2d(patches, { filters: 32, kernel: f2 }));
    return { sharp: conv2d(mapped, { filters: 1, kernel: f3, padding: (f3 - 1) / 2 }) };
  },
  train: { loss: mse() },
});
