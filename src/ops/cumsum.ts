import { Axis } from "../tensor/axis.ts";
import { sum } from "../tensor/expr.ts";
import { flag, integer } from "./attributes.ts";
import { axisOf } from "./axes.ts";
import { defineOp } from "./define.ts";

/** y[…,k,…] = Σ r x[…, k − r, …]: a read before the first element is worth 0. */
export const cumsum = defineOp({
  name: "cumsum",
  onnx: "CumSum",
  summary: "Running sum along an axis, forwards or backwards, with or without the element itself",
  formula: "y[…,k,…] = Σ r x[…, k − r, …]",
  inputs: { x: "..." },
  output: "...",
  attrs: { axis: integer(-1), exclusive: flag(false), reverse: flag(false) },
  sizes: ({ x }, { axis }) => (axisOf(axis, x.length), x),

  define({ x }, attrs, out) {
    const axis = axisOf(attrs.axis, x.shape.length);
    const r = new Axis("r", x.shape[axis] ?? 1);
    const back = r.plus(attrs.exclusive ? 1 : 0).times(attrs.reverse ? -1 : 1);
    return sum([r], x(...out.map((k, d) => (d === axis ? k.minus(back) : k))));
  },

  samples: [
    { inputs: { x: [2, 3, 4] }, attrs: { axis: 1 } },
    { inputs: { x: [2, 4] }, attrs: { exclusive: true, reverse: true } },
  ],
});
