// @ts-nocheck
import { conv2d, defineModel, instanceNorm, pad, relu, tanh } from "kernelsmith";

const reflect = (x, padding) => pad(x, { padding, mode: "reflect" }); // !! KS203

/** CycleGAN's generator at a fourth of the size, with its borders. */
export default defineModel({
  name: "style",
  inputs: { image: [3, 12, 12] },
  outputs({ image }) {
    let x = relu(instanceNorm(conv2d(reflect(image, 3), { filters: 16, kernel: 7 })));
    for (const filters of [32, 64]) {
      x = relu(instanceNorm(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 })));
    }
    const colours = conv2d(reflect(x, 3), { filters: 3, kernel: 7 });
    return { image: tanh(colours) };
  },
});
