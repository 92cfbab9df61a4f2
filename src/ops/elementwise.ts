import type { Expr } from "../tensor/expr.ts";
import { type Attrs, defineOp, type Values } from "./define.ts";

/** y[i] = f(x[i]), whatever the axes. */
export function elementwise<const A extends Attrs>(op: {
  readonly name: string;
  readonly onnx?: string;
  readonly summary: string;
  readonly formula: string;
  readonly attrs: A;
  readonly of: (x: Expr, attrs: Values<A>) => Expr;
  /** Where f is defined and smooth, if that is not [−2, 2]. */
  readonly range?: readonly [number, number];
  /** Attributes to try; the defaults, if none are given. */
  readonly samples?: readonly Partial<Values<A>>[];
}) {
  const { of, range, samples = [{}], ...facts } = op;
  return defineOp({
    ...facts,
    inputs: { x: "..." },
    output: "...",
    sizes: ({ x }) => x,
    define: ({ x }, attrs, at) => of(x(...at), attrs),
    samples: samples.map((attrs) => ({
      inputs: { x: [2, 3, 4] },
      attrs,
      ...(range ? { range: { x: range } } : {}),
    })),
  });
}
