import type { Axis } from "../tensor/axis.ts";
import { type Expr, index, less, number, where } from "../tensor/expr.ts";
import { listOf } from "./attributes.ts";
import { defineOp } from "./define.ts";

/** y[c] = values[c], as a tree of comparisons: a program has no tables. */
export const vector = defineOp({
  name: "vector",
  summary: "Numbers known when the model is compiled: class weights, say",
  formula: "y[c] = values[c]",
  inputs: {},
  output: "c",
  attrs: { values: listOf<number>("a list of numbers", (v) => Number.isFinite(v)) },
  sizes: (_, { values }) => ({ c: values.length }),
  define: (_, { values }, { c }) => chosen(values, c, 0),
  samples: [
    { inputs: {}, attrs: { values: [0.5, 0.5, 2, -1, 3] } },
    { inputs: {}, attrs: { values: [4] } },
  ],
});

/** values[c − start], halving the list until it holds one number. */
function chosen(values: readonly number[], c: Axis, start: number): Expr {
  const [first = 0] = values;
  if (values.every((value) => value === first)) return number(first);
  const half = values.length >> 1;
  return where(
    less(index(c), number(start + half)),
    chosen(values.slice(0, half), c, start),
    chosen(values.slice(half), c, start + half),
  );
}
