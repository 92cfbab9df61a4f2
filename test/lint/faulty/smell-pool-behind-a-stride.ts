// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  name: "hurried",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const c = relu(batchNorm(conv2d(image, { filters: 16, kernel: 4, stride: 4, bias: false })));
    const p = maxPool2d(c, { kernel: 2 }); // !! KS307
    return { logits: linear(globalAveragePool2d(p), { units: 10 }) };
  },
});
