import { invariant, refuse } from "../diagnostics.ts";
import { div, greatest, sum } from "../tensor/expr.ts";
import { count } from "./axes.ts";
import { defineOp, type Operand } from "./define.ts";

const samples = [{ inputs: { x: [2, 3, 3, 4] } }, { inputs: { x: [2, 2, 5] } }] as const;

/** y[n,c,1,…] = 1/R · Σ r x[n,c,r…] */
export const globalAveragePool = defineOp({
  name: "globalAveragePool",
  short: "pool",
  onnx: "GlobalAveragePool",
  summary: "The mean of each channel",
  formula: "y[n,c,0,…] = 1/R · Σ r x[n,c,r…]",
  inputs: { x: "..." },
  output: "...",
  attrs: {},
  sizes: ({ x }) => pooled(x),
  define({ x }, _, out) {
    const { over, element, axes } = channel(x, out);
    return div(sum(over, element), count(x.tensor, axes));
  },
  samples,
});

/** y[n,c,1,…] = max r x[n,c,r…]; the first wins a tie */
export const globalMaxPool = defineOp({
  name: "globalMaxPool",
  short: "pool",
  onnx: "GlobalMaxPool",
  summary: "The greatest of each channel",
  formula: "y[n,c,0,…] = max r x[n,c,r…]",
  inputs: { x: "..." },
  output: "...",
  attrs: {},
  sizes: ({ x }) => pooled(x),
  define({ x }, _, out) {
    const { over, element } = channel(x, out);
    return greatest(over, element);
  },
  samples,
});

function pooled(x: readonly number[]): number[] {
  if (x.length < 3)
    refuse("KS202", `x has the shape [${x.join(", ")}], but needs samples, channels and more`);
  return x.map((size, d) => (d < 2 ? size : 1));
}

function channel(x: Operand, out: Operand["axes"]) {
  const [n, c] = out;
  invariant(n && c, "sizes checked that x has channels");
  const over = x.axes.slice(2);
  const axes = x.shape.map((_, d) => d).slice(2);
  return { over, axes, element: x(n, c, ...over) };
}
