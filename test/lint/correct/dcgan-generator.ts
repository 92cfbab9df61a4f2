// @ts-nocheck
import { batchNorm, convTranspose2d, defineModel, linear, normal, relu, reshape, tanh } from "kernelsmith";

const nz = 100;
const ngf = 64;
const weightInitializer = normal(0.02);

export default defineModel({
  name: "generator",
  inputs: { z: [nz] },
  outputs({ z }) {
    let x = reshape(linear(z, { units: ngf * 8 * 4 * 4, bias: false, weightInitializer }), [ngf * 8, 4, 4]);
    x = relu(batchNorm(x));
    for (const m of [4, 2, 1])
      x = relu(
        batchNorm(convTranspose2d(x, { filters: ngf * m, kernel: 4, stride: 2, padding: 1, bias: false, weightInitializer })),
      );
    return { image: tanh(convTranspose2d(x, { filters: 3, kernel: 4, stride: 2, padding: 1, weightInitializer })) };
  },
});
