import { add, mul, sum } from "../tensor/expr.ts";
import { defineOp } from "./define.ts";

/** y[n,m] = bias[m] + Σ k  x[n,k] · w[m,k]: ONNX `Gemm` with transB. */
export const linear = defineOp({
  name: "linear",
  onnx: "Gemm",
  summary: "Fully connected layer",
  formula: "y[n,m] = bias[m] + Σ k x[n,k] · w[m,k]",
  inputs: { x: "n k", w: "m k", "bias?": "m" },
  output: "n m",
  attrs: {},

  sizes: ({ x, w }) => ({ n: x.n, m: w.m }),

  define({ x, w, bias }, _, { n, m }) {
    const { k } = w.axes;
    const dot = sum([k], mul(x(n, k), w(m, k)));
    return bias ? add(bias(m), dot) : dot;
  },

  samples: [{ inputs: { x: [3, 5], w: [4, 5], bias: [4] } }, { inputs: { x: [1, 7], w: [2, 7] } }],
});
