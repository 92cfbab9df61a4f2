// @ts-nocheck
import { concat, conv2d, defineModel, dropout, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

type Widths = Record<"one" | "three" | "five" | "pool", number | [number, number]>;

const conv = (x, filters, kernel = 1, stride = 1) =>
  relu(conv2d(x, { filters, kernel, stride, padding: (kernel - 1) / 2 }));

function inception(x, { one, three: [r3, c3], five: [r5, c5], pool }) {
  return concat([
    conv(x, one),
    conv(conv(x, r3), c3, 3),
    conv(conv(x, r5), c5, 5),
    conv(maxPool2d(x, { kernel: 3, stride: 1, padding: 1 }), pool),
  ]);
}

const modules: Record<string, Widths> = {
  "3a": { one: 64, three: [96, 128], five: [16, 32], pool: 32 },
  "3b": { one: 128, three: [128, 192], five: [32, 96], pool: 64 },
  "4a": { one: 192, three: [96, 208], five: [16, 48], pool: 64 },
};

export default defineModel({
  name: "googlenet",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    const down = (x) => maxPool2d(x, { kernel: 3, stride: 2, padding: 1 });
    let x = down(conv(image, 64, 7, 2));
    x = down(conv(conv(x, 64), 192, 3));
    for (const [name, widths] of Object.entries(modules)) {
      x = inception(x, widths);
      if (name.endsWith("b")) x = down(x);
    }
    return { logits: linear(dropout(globalAveragePool2d(x), { p: 0.4 }), { units: 1000 }) };
  },
});
