import { type Expr, max, number } from "../tensor/expr.ts";
import { type Attrs, defineOp, type Values } from "./define.ts";

/** y[i] = f(x[i]), whatever the axes. */
function elementwise<const A extends Attrs>(op: {
  readonly name: string;
  readonly onnx?: string;
  readonly summary: string;
  readonly formula: string;
  readonly attrs: A;
  readonly of: (x: Expr, attrs: Values<A>) => Expr;
  readonly range?: readonly [number, number];
}) {
  const { of, range, ...facts } = op;
  return defineOp({
    ...facts,
    inputs: { x: "..." },
    output: "...",
    sizes: ({ x }) => x,
    define: ({ x }, attrs, at) => of(x(...at), attrs),
    samples: [{ inputs: { x: [2, 3, 4] }, ...(range ? { range: { x: range } } : {}) }],
  });
}

export const relu = elementwise({
  name: "relu",
  onnx: "Relu",
  summary: "Rectified linear unit; its slope at 0 is 0",
  formula: "y = max(x, 0)",
  attrs: {},
  of: (x) => max(x, number(0)),
});
