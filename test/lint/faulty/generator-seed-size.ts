// @ts-nocheck
import { batchNorm, convTranspose2d, defineModel, linear, relu, reshape, tanh } from "kernelsmith";

const LATENT = 100;
const SEED = { channels: 128, size: 7 };

export default defineModel({
  name: "generator",
  inputs: { z: [LATENT] },
  outputs({ z }) {
    const seed = relu(linear(z, { units: SEED.channels * SEED.size * SEED.size }));
    // written for 32×32 pictures, whose seed is 8×8
    let x = reshape(seed, [SEED.channels, 8, 8]); // !! KS207
    for (const filters of [64, 32]) {
      x = relu(batchNorm(convTranspose2d(x, { filters, kernel: 4, stride: 2, padding: 1, bias: false })));
    }
    return { picture: tanh(convTranspose2d(x, { filters: 1, kernel: 3, padding: 1 })) };
  },
});
