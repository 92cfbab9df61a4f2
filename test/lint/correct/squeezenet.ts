// @ts-nocheck
import { concat, conv2d, defineModel, dropout, globalAveragePool2d, maxPool2d, relu } from "kernelsmith";

const fire = (squeeze) => (x) => {
  const s = relu(conv2d(x, { filters: squeeze, kernel: 1 }));
  const expand = 4 * squeeze;
  return concat([
    relu(conv2d(s, { filters: expand, kernel: 1 })),
    relu(conv2d(s, { filters: expand, kernel: 3, padding: 1 })),
  ]);
};
const pool = (x) => maxPool2d(x, { kernel: 3, stride: 2, ceilMode: true });

const net = [pool, fire(16), fire(16), pool, fire(32), fire(32), pool, fire(48), fire(48), fire(64), fire(64)];

export default defineModel({
  name: "squeezenet",
  inputs: { image: [3, 227, 227] },
  outputs: ({ image }) => {
    const stem = relu(conv2d(image, { filters: 64, kernel: 3, stride: 2 }));
    const x = net.reduce((t, f) => f(t), stem);
    const maps = relu(conv2d(dropout(x), { filters: 1000, kernel: 1 }));
    return { logits: globalAveragePool2d(maps) };
  },
});
