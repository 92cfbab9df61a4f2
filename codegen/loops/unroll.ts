import { type Axis, constant, type Index } from "../../src/tensor/axis.ts";
import { add, type Expr, index, less, max, number, where } from "../../src/tensor/expr.ts";
import { bound, substitute, transform } from "../../src/tensor/walk.ts";

/** Whether a loop over the axis is written out in full. */
export type Unrolled = (axis: Axis) => boolean;

/** Every point of the axes, in row-major order, as constants. */
const corners = (axes: readonly Axis[]): ReadonlyMap<Axis, Index>[] =>
  axes.reduce<Map<Axis, Index>[]>(
    (found, axis) =>
      found.flatMap((point) =>
        Array.from({ length: axis.size }, (_, i) => new Map(point).set(axis, constant(i))),
      ),
    [new Map<Axis, Index>()],
  );

/** Sums and maxima over axes that are all unrolled, written out. */
export function unroll(e: Expr, unrolled: Unrolled): Expr {
  return transform(e, (e) => {
    const over = bound(e);
    if (over.length === 0 || !over.every(unrolled)) return e;
    if (e.kind !== "sum" && e.kind !== "greatest" && e.kind !== "argmax") return e;
    const values = corners(over).map((point) => substitute(e.body, point));
    if (e.kind === "sum") return add(...values);
    if (e.kind === "greatest") return values.reduce((a, b) => max(a, b));
    const [first, ...rest] = values;
    let best = first ?? number(-Infinity);
    let at: Expr = number(0);
    for (const [i, value] of rest.entries()) {
      at = where(less(best, value), index(i + 1), at);
      best = max(best, value);
    }
    return at;
  });
}
