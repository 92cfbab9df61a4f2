// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, dropout, globalAveragePool2d, linear, relu6 } from "kernelsmith";

interface Inverted {
  readonly t: number;
  readonly c: number;
  readonly n: number;
  readonly s: number;
}

const table = [
  { t: 1, c: 16, n: 1, s: 1 },
  { t: 6, c: 24, n: 2, s: 2 },
  { t: 6, c: 32, n: 3, s: 2 },
  { t: 6, c: 64, n: 4, s: 2 },
  { t: 6, c: 96, n: 3, s: 1 },
  { t: 6, c: 160, n: 3, s: 2 },
  { t: 6, c: 320, n: 1, s: 1 },
] satisfies Inverted[];

const normed = (x, options) => batchNorm(conv2d(x, { bias: false, ...options }));

function inverted(x, { expand, filters, stride }: { expand: number; filters: number; stride: number }) {
  const input = x.shape[0];
  const hidden = input * expand;
  let y = x;
  if (expand !== 1) y = relu6(normed(y, { filters: hidden, kernel: 1 }));
  y = relu6(normed(y, { filters: hidden, groups: hidden, kernel: 3, stride, padding: 1 }));
  y = normed(y, { filters, kernel: 1 });
  return stride === 1 && input === filters ? add(x, y) : y;
}

export default defineModel({
  name: "mobilenet-v2",
  inputs: { image: [3, 160, 160] },
  outputs({ image }) {
    let x = relu6(normed(image, { filters: 32, kernel: 3, stride: 2, padding: 1 }));
    for (const { t: expand, c: filters, n, s } of table)
      for (let i = 0; i < n; i++) x = inverted(x, { expand, filters, stride: i === 0 ? s : 1 });
    x = relu6(normed(x, { filters: 1280, kernel: 1 }));
    return { logits: linear(dropout(globalAveragePool2d(x), { p: 0.2 }), { units: 1000 }) };
  },
});
