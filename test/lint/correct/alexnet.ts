// @ts-nocheck
import { conv2d, crossEntropy, defineModel, dropout, flatten, linear, localResponseNorm, maxPool2d, relu, sgd } from "kernelsmith";

/** Krizhevsky et al. 2012, both halves in one, on 227 pixels. */
const features = [
  { filters: 96, kernel: 11, stride: 4, norm: true, pool: true },
  { filters: 256, kernel: 5, padding: 2, norm: true, pool: true },
  { filters: 384, kernel: 3, padding: 1 },
  { filters: 384, kernel: 3, padding: 1 },
  { filters: 256, kernel: 3, padding: 1, pool: true },
];

export default defineModel({
  name: "alexnet",
  inputs: { image: [3, 227, 227] },
  outputs({ image }) {
    let x = image;
    for (const { norm = false, pool = false, ...options } of features) {
      x = relu(conv2d(x, options));
      if (norm) x = localResponseNorm(x, { size: 5 });
      if (pool) x = maxPool2d(x, { kernel: 3, stride: 2 });
    }
    x = flatten(x);
    for (const units of [4096, 4096]) x = relu(linear(dropout(x), { units })); // ok KS256
    return { logits: linear(x, { units: 1000 }) };
  },
  train: { loss: crossEntropy(), optimizer: sgd({ momentum: 0.9, weightDecay: 5e-4 }) },
});
