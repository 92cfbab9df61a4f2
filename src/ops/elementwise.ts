import type { Expr } from "../tensor/expr.ts";
import { type Attrs, defineOp, type Sample, type Values } from "./define.ts";

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
  /** Attributes worth a sample beside the defaults. */
  readonly tried?: Partial<Values<A>>;
}) {
  const { of, range, tried, ...facts } = op;
  const sample: Sample<{ readonly x: "..." }, A> = {
    inputs: { x: [2, 3, 4] },
    ...(range ? { range: { x: range } } : {}),
  };
  return defineOp({
    ...facts,
    inputs: { x: "..." },
    output: "...",
    sizes: ({ x }) => x,
    define: ({ x }, attrs, at) => of(x(...at), attrs),
    samples: tried ? [sample, { ...sample, attrs: tried }] : [sample],
  });
}
