// @ts-nocheck
import { add, defineModel, layerNorm, linear, matmul, mul, softmax } from "kernelsmith";

const places = 16;
const width = 64;

function attention(x) {
  const units = width;
  const q = linear(x, { units, bias: false });
  const k = linear(x, { units, bias: false });
  const v = linear(x, { units, bias: false });
  const scores = matmul(q, k); // !! KS201
  const weights = softmax(mul(scores, 1 / Math.sqrt(width)), { axis: -1 });
  return matmul(weights, v);
}

export default defineModel({
  name: "encoder",
  inputs: { tokens: [places, width] },
  outputs: ({ tokens }) => {
    const x = add(tokens, attention(layerNorm(tokens, { axis: 1 })));
    return { encoded: x };
  },
});
