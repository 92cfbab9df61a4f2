import { refuse } from "../diagnostics.ts";
import { mul, unary } from "../tensor/expr.ts";
import { integer } from "./attributes.ts";
import { axisOf } from "./axes.ts";
import { defineOp } from "./define.ts";

/** y[…,k,…] = x[…,k,…] · σ(x[…, K + k, …]): half of an axis lets the other half through. */
export const glu = defineOp({
  name: "glu",
  summary: "Gated linear unit: the first half of an axis times the sigmoid of the second",
  formula: "y[…,k,…] = x[…,k,…] · σ(x[…, K + k, …])",
  inputs: { x: "..." },
  output: "...",
  attrs: { axis: integer(-1) },

  sizes({ x }, attrs) {
    const axis = axisOf(attrs.axis, x.length);
    const size = x[axis] ?? 1;
    if (size % 2 !== 0) refuse("KS204", `axis ${axis} has ${size} elements: no two halves`);
    return x.map((size, d) => (d === axis ? size / 2 : size));
  },

  define({ x }, attrs, out) {
    const axis = axisOf(attrs.axis, out.length);
    const gate = out.map((k, d) => (d === axis ? k.plus(k.size) : k));
    return mul(x(...out), unary("sigmoid", x(...gate)));
  },

  samples: [{ inputs: { x: [2, 6] } }, { inputs: { x: [2, 4, 3] }, attrs: { axis: 1 } }],
});
