// @ts-nocheck
import { add, conv2d, defineModel, mul, pixelShuffle, relu } from "kernelsmith";

const B = 8, F = 32, SCALING = 0.1;

const conv = (x, filters = F) => conv2d(x, { filters, kernel: 3, padding: 1 });
const res = (x) => add(x, mul(conv(relu(conv(x))), SCALING));

export default defineModel({
  name: "edsr",
  inputs: { low: [3, 48, 48] },
  outputs({ low }) {
    const head = conv(low);
    let x = head;
    for (let b = B; b--; ) x = res(x);
    x = add(conv(x), head); // ok KS301
    for (const s of [2, 2]) x = pixelShuffle(conv(x, F * s * s), { scale: s }); // ok KS301
    return { high: conv(x, 3) }; // ok KS301
  },
});
