// @ts-nocheck
import { bceWithLogits, batchNorm, concat, conv2d, convTranspose2d, defineModel, maxPool2d, relu } from "kernelsmith";

const twice = (x, filters) => {
  for (let i = 0; i < 2; i++) x = relu(batchNorm(conv2d(x, { filters, kernel: 3, padding: 1, bias: false })));
  return x;
};

export default defineModel({
  name: "unet",
  inputs: { image: [1, 128, 128] },
  outputs({ image }) {
    const skips = [];
    let x = image;
    const widths = [16, 32, 64, 128];
    for (const filters of widths) {
      x = twice(x, filters);
      skips.push(x);
      x = maxPool2d(x, { kernel: 2 });
    }
    x = twice(x, 256);
    while (skips.length > 0) {
      const skip = skips.pop();
      const filters = skip.shape[0];
      x = twice(concat([skip, convTranspose2d(x, { filters, kernel: 2, stride: 2 })]), filters);
    }
    return { mask: conv2d(x, { filters: 1, kernel: 1 }) };
  },
  train: { loss: bceWithLogits() },
});
