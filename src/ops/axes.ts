import { refuse } from "../diagnostics.ts";
import { Axis, type Index } from "../tensor/axis.ts";
import { type Expr, extent, mul, number, type Tensor } from "../tensor/expr.ts";

/** An axis counted from the front: −1 is the last. */
export function axisOf(axis: number, rank: number, what = "axis"): number {
  const found = axis < 0 ? axis + rank : axis;
  if (found < 0 || found >= rank)
    refuse("KS206", `${what} ${axis} is none of the ${rank} axes`, {
      fix:
        rank > 0 ? `Give a number from ${-rank} to ${rank - 1}.` : "A single number has no axes.",
    });
  return found;
}

/** Axes counted from the front, each once; an empty list means all. */
export function axesOf(axes: readonly number[], rank: number): readonly number[] {
  const found = axes.map((axis) => axisOf(axis, rank));
  const twice = found.find((axis, i) => found.indexOf(axis) !== i);
  if (twice !== undefined) refuse("KS206", `axis ${twice} is given twice`);
  return axes.length > 0 ? found : Array.from({ length: rank }, (_, d) => d);
}

/** What remains of a shape when axes are reduced: 1 in their place, or nothing. */
export const reduced = (
  shape: readonly number[],
  axes: readonly number[],
  keep: boolean,
): number[] =>
  keep
    ? shape.map((size, d) => (axes.includes(d) ? 1 : size))
    : shape.filter((_, d) => !axes.includes(d));

/**
 * Where a reduction reads and what it runs over: the output's indices, with fresh axes in place of
 * those that are reduced.
 */
export function spanning(
  shape: readonly number[],
  axes: readonly number[],
  out: readonly Index[],
  keep: boolean,
): { readonly over: readonly Axis[]; readonly at: readonly Index[] } {
  const over = axes.map((d) => new Axis(letters[axes.indexOf(d)] ?? "r", shape[d] ?? 1));
  let next = 0;
  const at = shape.map((_, d) => {
    const k = axes.indexOf(d);
    if (k < 0 || keep) next++;
    return over[k] ?? out[next - 1] ?? over[0] ?? new Axis("r", 1);
  });
  return { over, at };
}

/** How many elements axes of a tensor span: the first axis counts samples, known at run time. */
export function count(tensor: Tensor, axes: readonly number[]): Expr {
  const constants = axes.filter((d) => d > 0).reduce((n, d) => n * (tensor.shape[d] ?? 1), 1);
  return axes.includes(0) ? mul(extent(tensor, 0), number(constants)) : number(constants);
}

const letters = ["r", "s", "t", "u"];
