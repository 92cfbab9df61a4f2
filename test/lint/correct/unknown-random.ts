// @ts-nocheck
import { conv2d, defineModel, dropout, globalAveragePool2d, linear, relu } from "kernelsmith";

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)];

export default defineModel({
  name: "searched",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = image;
    const layers = 1 + Math.floor(Math.random() * 3);
    for (let i = 0; i < layers; i++) {
      const kernel = pick([1, 3, 5]);
      x = relu(conv2d(x, { filters: pick([8, 16]), kernel, padding: (kernel - 1) / 2 }));
    }
    if (Math.random() < 0.5) x = dropout(x, { p: Math.random() / 2 });
    return linear(globalAveragePool2d(x), { units: 10 });
  },
});
