import { refuse } from "../diagnostics.ts";
import { constant, type Index } from "../tensor/axis.ts";
import type { Read } from "../tensor/expr.ts";
import type { Operand } from "./define.ts";

type Shapes = { readonly [operand: string]: readonly number[] };

/**
 * The shape that operands broadcast to, aligned at their last axes: NumPy's rule. With `to` given,
 * that shape must be the result.
 */
export function broadcastShape(operands: Shapes, to?: readonly number[]): number[] {
  const shapes = Object.values(operands);
  const rank = Math.max(...shapes.map((shape) => shape.length));
  const shape = Array.from({ length: rank }, (_, d) =>
    shapes.reduce((size, s) => {
      const own = s[s.length - rank + d] ?? 1;
      if (own !== size && own !== 1 && size !== 1) refuseShapes(operands);
      return own === 1 ? size : own;
    }, 1),
  );
  if (to && (to.length !== rank || to.some((size, d) => size !== shape[d]))) refuseShapes(operands);
  return shape;
}

/** The element of a broadcast operand that stands at a place of the result. */
export function broadcast(x: Operand, at: readonly Index[]): Read {
  const from = at.length - x.shape.length;
  return x(...broadcastAt(x.shape, at.slice(from)));
}

/** Index 0 along axes of size one, unless the result has one element there too. */
export const broadcastAt = (shape: readonly number[], at: readonly Index[]): Index[] =>
  at.map((index, d) => (shape[d] === 1 && index.range.most > 0 ? constant(0) : index));

function refuseShapes(operands: Shapes): never {
  const shapes = Object.entries(operands).map(([name, shape]) => `${name} [${shape.join(", ")}]`);
  refuse("KS201", `${shapes.join(" and ")} do not broadcast`, {
    fix: "Aligned at the last axis, two sizes must be equal or one of them 1.",
  });
}
