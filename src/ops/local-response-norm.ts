import { Axis } from "../tensor/axis.ts";
import { add, div, mul, number, pow, square, sum } from "../tensor/expr.ts";
import { integer, real } from "./attributes.ts";
import { defineOp } from "./define.ts";

/**
 * y[n,c,…] = x[n,c,…] / (k + α/R · Σ r x[n, c + r − ⌊(R−1)/2⌋, …]²)^β: ONNX `LRN`. Channels beyond the
 * first and the last are worth 0.
 */
export const localResponseNorm = defineOp({
  name: "localResponseNorm",
  onnx: "LRN",
  summary: "Divides by the squares of neighbouring channels, as AlexNet did",
  formula: "y[n,c,…] = x[n,c,…] / (k + α/R · Σ r x[n, c + r − ⌊(R−1)/2⌋, …]²)^β",
  inputs: { x: "..." },
  output: "...",
  attrs: { size: integer(undefined, 1), alpha: real(1e-4), beta: real(0.75), k: real(1) },
  sizes: ({ x }) => x,

  define({ x }, { size, alpha, beta, k }, out, tools) {
    const r = new Axis("r", size);
    const near = out.map((at, d) => (d === 1 ? at.plus(r).minus(Math.floor((size - 1) / 2)) : at));
    const squares = mul(number(alpha / size), sum([r], square(x(...near))));
    const base = tools.local("base", out, add(number(k), squares));
    return div(x(...out), pow(base(...out), number(beta)));
  },

  samples: [
    { inputs: { x: [2, 5, 2, 2] }, attrs: { size: 3, alpha: 0.3 } },
    { inputs: { x: [1, 4, 3] }, attrs: { size: 4, alpha: 0.5, beta: 0.5, k: 2 } },
  ],
});
