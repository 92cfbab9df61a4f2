// @ts-nocheck
import { conv2d, convTranspose2d, defineModel, mean, relu, square, sub } from "kernelsmith";

// 25 → 13 → 7 and back: 7 → 14 → 28, not 25
export default defineModel({
  name: "autoencoder",
  inputs: { patch: [1, 25, 25] },
  outputs({ patch }) {
    const down = (x, filters) => relu(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 }));
    const up = (x, filters) =>
      convTranspose2d(x, { filters, kernel: 4, stride: 2, padding: 1 });
    const code = down(down(patch, 8), 16);
    const shown = up(relu(up(code, 8)), 1);
    const error = mean(square(sub(shown, patch))); // !! KS201
    return { code, shown, error };
  },
});
