// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu6 } from "kernelsmith";

const alpha = 0.35;
const filters = (n: number) => n * alpha; // 32 · 0.35 = 11.2

export default defineModel({
  name: "mobilenet",
  inputs: { image: [3, 96, 96] },
  outputs({ image }) {
    const stem = conv2d(image, { filters: filters(32), kernel: 3, stride: 2, padding: 1, bias: false }); // !! KS102
    let x = relu6(batchNorm(stem));
    for (const n of [64, 128, 256]) {
      const c = x.shape[0];
      x = relu6(batchNorm(conv2d(x, { filters: c, groups: c, kernel: 3, stride: 2, padding: 1, bias: false })));
      x = relu6(batchNorm(conv2d(x, { filters: filters(n), kernel: 1, bias: false })));
    }
    return { logits: linear(globalAveragePool2d(x), { units: 1000 }) };
  },
});
