import { refuse } from "../diagnostics.ts";
import { Axis } from "../tensor/axis.ts";
import { mul, sum } from "../tensor/expr.ts";
import { broadcastAt, broadcastShape } from "./broadcast.ts";
import { defineOp } from "./define.ts";

/**
 * y[…,i,j] = Σ k a[…,i,k] · b[…,k,j], the leading axes broadcast: NumPy's `matmul`. A first operand of
 * one axis is a row, a second of one axis a column, and the axis it lacks is not in the result.
 */
export const matmul = defineOp({
  name: "matmul",
  onnx: "MatMul",
  summary: "Matrix product over the last two axes, the others broadcast",
  formula: "y[…,i,j] = Σ k a[…,i,k] · b[…,k,j]",
  inputs: { a: "...", b: "..." },
  output: "...",
  attrs: {},

  sizes({ a, b }) {
    if (a.length === 0 || b.length === 0)
      refuse("KS202", `a and b need an axis, but have the shapes [${a.join()}] and [${b.join()}]`);
    const [inner, other] = [a[a.length - 1], b[Math.max(0, b.length - 2)]];
    if (inner !== other)
      refuse("KS201", `a has rows of ${inner}, b columns of ${other}`, {
        notes: [`a [${a.join(", ")}], b [${b.join(", ")}]`],
      });
    const batch = broadcastShape({ a: a.slice(0, -2), b: b.slice(0, -2) });
    return [...batch, ...a.slice(-2, -1), ...(b.length > 1 ? b.slice(-1) : [])];
  },

  define({ a, b }, _, out) {
    const k = new Axis("k", a.shape[a.shape.length - 1] ?? 1);
    const column = b.shape.length > 1 ? out.slice(-1) : [];
    const left = out.slice(0, out.length - column.length);
    const row = a.shape.length > 1 ? left.slice(-1) : [];
    const batch = left.slice(0, left.length - row.length);
    const of = (shape: readonly number[]) => {
      const own = shape.slice(0, -2);
      return broadcastAt(own, batch.slice(batch.length - own.length));
    };
    return sum([k], mul(a(...of(a.shape), ...row, k), b(...of(b.shape), k, ...column)));
  },

  samples: [
    { inputs: { a: [3, 4], b: [4, 2] } },
    { inputs: { a: [2, 1, 3, 4], b: [3, 4, 2] } },
    { inputs: { a: [4], b: [2, 4, 3] } },
    { inputs: { a: [2, 3, 4], b: [4] } },
    { inputs: { a: [4], b: [4] } },
  ],
});
