// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const big = 0x10 + 0b11 + 0o7 + 1e1 + 1_000 / 1e3;
const n = ~~(7.9) + (-7 % 3) + 2 ** 3 ** 0 + +"4" + Number(BigInt(3) * 2n);
const size = Math.hypot(3, 4) + Math.log2(8) + Math.cbrt(27) + Math.sign(-3) + Math.trunc(1.7);
const bits = (5 & 3) | (8 ^ 2) | (1 << 2) | (-1 >>> 30);

export default defineModel({
  name: `${big}/${n}/${bits}`,
  inputs: { image: [1, size, size] },
  outputs: ({ image }) => {
    const x = conv2d(image, { filters: bits, kernel: parseInt("3px") });
    return linear(flatten(x), { units: Math.min(big, n, size) | 0 });
  },
});
