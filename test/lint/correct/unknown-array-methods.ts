// @ts-nocheck
import { add, concat, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const kernels = [5, 3, 1];
kernels.sort((a, b) => a - b);
kernels.push(7);
const odd = kernels.filter((k) => k % 2).toSorted((a, b) => b - a);
const widths = new Array(3).fill(8).map((n, i) => n << i);
const zipped = Object.fromEntries(widths.map((w, i) => [`w${i}`, w]));

export default defineModel({
  inputs: { image: [3, 16, 16] },
  outputs({ image }) {
    const branches = odd.map((kernel) => relu(conv2d(image, { filters: zipped.w0, kernel, padding: (kernel - 1) / 2 })));
    const [first, ...rest] = branches;
    const sum = rest.reduceRight((a, b) => add(a, b), first);
    const all = concat([sum, ...branches.slice(0, -1), branches.at(-1)]);
    const index = widths.findIndex((w) => w === 16);
    const x = relu(conv2d(all, { filters: widths.flatMap((w) => [w, w])[2 * index], kernel: 1, groups: kernels.indexOf(5) * 4 }));
    return linear(globalAveragePool2d(x), { units: kernels.includes(7) ? widths.length : 0 });
  },
});
