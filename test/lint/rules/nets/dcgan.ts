import { batchNorm, bceWithLogits, conv2d, defineModel, flatten, leakyRelu } from "kernelsmith";
import type { Tensor } from "kernelsmith";

/** Radford et al. 2015 (arXiv:1511.06434): the one that tells. */
export default defineModel({
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    const half = (x: Tensor, filters: number, bias = false): Tensor =>
      conv2d(x, { filters, kernel: 4, stride: 2, padding: 1, bias });
    let x: Tensor = leakyRelu(half(image, 64, true), { slope: 0.2 });
    for (const filters of [128, 256, 512])
      x = leakyRelu(batchNorm(half(x, filters)), { slope: 0.2 });
    return flatten(conv2d(x, { filters: 1, kernel: 4 }));
  },
  train: { loss: bceWithLogits() },
});
