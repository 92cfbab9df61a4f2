import { concat, conv2d, convTranspose2d, defineModel, maxPool2d, relu } from "kernelsmith";
import type { Tensor } from "kernelsmith";

/** Ronneberger et al. 2015 (arXiv:1505.04597), padded so that sizes stay. */
const twice = (x: Tensor, filters: number): Tensor => {
  const inner = relu(conv2d(x, { filters, kernel: 3, padding: 1 }));
  return relu(conv2d(inner, { filters, kernel: 3, padding: 1 }));
};

export default defineModel({
  inputs: { image: [1, 256, 256] },
  outputs: ({ image }) => {
    const skips: Tensor[] = [];
    let x: Tensor = image;
    for (const filters of [64, 128, 256, 512]) {
      const level = twice(x, filters);
      skips.push(level);
      x = maxPool2d(level, { kernel: 2 });
    }
    x = twice(x, 1024);
    for (const filters of [512, 256, 128, 64]) {
      const up = convTranspose2d(x, { filters, kernel: 2, stride: 2 });
      const skip = skips.pop();
      x = twice(skip ? concat([skip, up]) : up, filters);
    }
    return conv2d(x, { filters: 2, kernel: 1 });
  },
});
