// @ts-nocheck
import { concat, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const extra = process.argv.slice(2).filter((a) => /^\d+$/.test(a)).map(Number);

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 8, kernel: 3, padding: 1 }));
    let count = 0;
    for (const filters of extra) {
      x = relu(conv2d(x, { filters, kernel: 7 }));
      count++;
    }
    const parts = [x];
    extra.forEach(() => parts.push(image));
    if (count === 0) x = concat([...parts, image]);
    const kernel = count > 0 ? 99 : 5;
    return linear(globalAveragePool2d(conv2d(x, { filters: 2, kernel })), { units: 2 });
  },
});
