// @ts-nocheck
import { batchNorm, bceWithLogits, conv2d, defineModel, flatten, leakyRelu, normal } from "kernelsmith";

const ndf = 32;

const lrelu = (x) => leakyRelu(x, { slope: 0.2 });

export default defineModel({
  name: "discriminator",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const options = (filters) => ({ filters, kernel: 4, stride: 2, padding: 1, bias: false, weightInitializer: normal(0.02) });
    let x = lrelu(conv2d(image, { ...options(ndf), bias: true }));
    for (const m of [2, 4, 8]) x = lrelu(batchNorm(conv2d(x, options(ndf * m))));
    const verdict = conv2d(x, { ...options(1), stride: 1, padding: 0, bias: true });
    return { real: flatten(verdict) };
  },
  train: { loss: bceWithLogits() },
});
