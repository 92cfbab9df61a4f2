// @ts-nocheck
import { defineModel, linear, matmul, reshape, softmax, transpose } from "kernelsmith";

const T = 12, D = 48, H = 4;

export default defineModel({
  inputs: { x: [T, D] },
  outputs({ x }) {
    const split = (y) => transpose(reshape(y, [T, H, D / H]), [1, 0, 2]);
    const q = split(linear(x, { units: D }));
    const k = split(linear(x, { units: D }));
    const v = split(linear(x, { units: D }));
    const attended = matmul(softmax(matmul(q, transpose(k, [0, 2, 1])), { axis: -1 }), v);
    // the heads were not put together again
    return { y: linear(attended, { units: D }) }; // !! KS202
  },
});
