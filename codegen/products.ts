import type { Axis } from "../src/tensor/axis.ts";
import { prune } from "./schedule/prune.ts";
import type { Expr } from "../src/tensor/expr.ts";
import type { Program } from "../src/tensor/program.ts";
import { bound, parts } from "../src/tensor/walk.ts";

/** Multiply-adds of one sample: points of each definition times points of each sum of products in it. */
export function products(program: Program, batch: number): number {
  let total = 0;
  const count = (axes: readonly Axis[]) => axes.reduce((n, axis) => n * axis.size, 1);
  const visit = (e: Expr, points: number): void => {
    const inner = points * count(bound(e));
    if (e.kind === "sum" && e.body.kind === "mul") total += inner;
    for (const part of parts(e)) visit(part, inner);
  };
  for (const { pieces } of prune(program).definitions)
    for (const { axes, body } of pieces) visit(body, count(axes));
  return Math.round(total / batch);
}
