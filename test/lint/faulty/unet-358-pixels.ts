// @ts-nocheck
import { concat, conv2d, convTranspose2d, defineModel, maxPool2d, relu, sigmoid } from "kernelsmith";

const LEVELS = 4;
const FEATURES = 8;

const twice = (x, filters) => {
  for (let i = 0; i < 2; i++) x = relu(conv2d(x, { filters, kernel: 3, padding: "same" }));
  return x;
};

export default defineModel({
  name: "unet",
  inputs: { scan: [1, 358, 358] },
  outputs({ scan }) {
    const skips = [];
    let x = scan;
    for (let level = 0; level < LEVELS; level++) {
      x = twice(x, FEATURES * 2 ** level);
      if (level < LEVELS - 1) {
        skips.push(x);
        x = maxPool2d(x, { kernel: 2 });
      }
    }
    for (let level = LEVELS - 2; level >= 0; level--) {
      x = convTranspose2d(x, { filters: FEATURES * 2 ** level, kernel: 2, stride: 2 });
      x = concat([x, skips[level]]); // !! KS201
      x = twice(x, FEATURES * 2 ** level);
    }
    return { mask: sigmoid(conv2d(x, { filters: 1, kernel: 1 })) };
  },
});
