import type { Expr } from "../tensor/expr.ts";
import { type Definition, size } from "../tensor/program.ts";
import { bound, parts } from "../tensor/walk.ts";

/**
 * Products inside of sums, each as often as it is taken: points of the output × points of the axes
 * summed over. Taps that a divisibility condition leaves out are not counted.
 */
export const multiplyAdds = ({ pieces }: Definition): number =>
  pieces.reduce(
    (total, { axes, body }) =>
      total + products(body, size(axes.map((axis) => axis.size)), false, new Set()),
    0,
  );

function products(e: Expr, points: number, summed: boolean, seen: Set<Expr>): number {
  if (seen.has(e)) return 0;
  seen.add(e);
  const divisors = e.kind === "guard" ? e.conditions.filter((c) => c.kind === "divides") : [];
  const inner =
    (points * size(bound(e).map((axis) => axis.size))) / size(divisors.map((c) => c.by));
  const own = e.kind === "mul" && summed ? points : 0;
  return parts(e).reduce(
    (total, part) => total + products(part, inner, summed || e.kind === "sum", seen),
    own,
  );
}
