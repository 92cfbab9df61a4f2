// @ts-nocheck
import { defineModel, linear, matmul, mul, reshape, softmax, transpose } from "kernelsmith";

const config = { tokens: 32, width: 100, heads: 8 };

const heads = (x, { tokens, width, heads }: typeof config) =>
  transpose(reshape(x, [tokens, heads, width / heads]), [1, 0, 2]); // !! KS102

export default defineModel({
  name: "attention",
  inputs: { x: [config.tokens, config.width] },
  outputs({ x }) {
    const [q, k, v] = ["q", "k", "v"].map((name) => heads(linear(x, { units: config.width, name }), config));
    const scores = matmul(q, transpose(k, [0, 2, 1]));
    return matmul(softmax(mul(scores, 0.25), { axis: -1 }), v);
  },
});
