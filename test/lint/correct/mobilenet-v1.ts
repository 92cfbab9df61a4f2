// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu6 } from "kernelsmith";

const alpha = 0.5;
const plan: [filters: number, stride: number][] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  ...Array.from({ length: 5 }, (): [number, number] => [512, 1]),
  [1024, 2],
  [1024, 1],
];

const wide = (n: number) => Math.max(8, Math.round((n * alpha) / 8) * 8);

export default defineModel({
  name: "mobilenet",
  inputs: { image: [3, 128, 128] },
  outputs({ image }) {
    const done = (x) => relu6(batchNorm(x));
    let x = done(conv2d(image, { filters: wide(32), kernel: 3, stride: 2, padding: 1, bias: false }));
    for (const [filters, stride] of plan) {
      const groups = x.shape[0];
      x = done(conv2d(x, { filters: groups, groups, kernel: 3, stride, padding: 1, bias: false }));
      x = done(conv2d(x, { filters: wide(filters), kernel: 1, bias: false }));
    }
    return { logits: linear(globalAveragePool2d(x), { units: 1000 }) };
  },
});
