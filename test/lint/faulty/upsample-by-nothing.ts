// @ts-nocheck
import { conv2d, defineModel, relu, upsample } from "kernelsmith";

const decode = (x, filters: number, factor?: number) =>
  relu(conv2d(upsample(x, { scale: factor }), { filters, kernel: 3, padding: 1 })); // !! KS102

export default defineModel({
  name: "depth",
  inputs: { code: [64, 8, 8] },
  outputs({ code }) {
    const a = decode(code, 32, 2);
    const b = decode(a, 16, 2);
    const c = decode(b, 8);
    return { depth: conv2d(c, { filters: 1, kernel: 3, padding: 1 }) };
  },
});
