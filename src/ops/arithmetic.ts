import {
  add as plus,
  div as over,
  equal as same,
  type Expr,
  less as below,
  lessEqual as atMost,
  mul as times,
  number,
  pow as power,
  sub as minus,
  where as choose,
} from "../tensor/expr.ts";
import { broadcast, broadcastShape } from "./broadcast.ts";
import { defineOp } from "./define.ts";

const broadcasting = [
  { inputs: { a: [2, 3, 4], b: [2, 3, 4] } },
  { inputs: { a: [2, 3, 4], b: [4] } },
  { inputs: { a: [3, 1], b: [2, 1, 4] } },
  { inputs: { a: [2, 3], b: [] } },
] as const;

/** y[i] = f(a[i], b[i]), both broadcast as NumPy does. */
const binary = (
  name: string,
  onnx: string,
  formula: string,
  summary: string,
  of: (a: Expr, b: Expr) => Expr,
  range?: { readonly [operand: string]: readonly [number, number] },
) =>
  defineOp({
    name,
    onnx,
    summary,
    formula,
    inputs: { a: "...", b: "..." },
    output: "...",
    attrs: {},
    sizes: (shapes) => broadcastShape(shapes),
    define: ({ a, b }, _, at) => of(broadcast(a, at), broadcast(b, at)),
    samples: range ? broadcasting.map((sample) => ({ ...sample, range })) : broadcasting,
  });

/** 1 or 0: no slope anywhere. */
const comparison = (
  name: string,
  onnx: string,
  formula: string,
  summary: string,
  of: (a: Expr, b: Expr) => Expr,
) => ({ ...binary(name, onnx, formula, summary, of), differentiable: false as const });

export const add = binary("add", "Add", "y = a + b", "Sum", plus);
export const sub = binary("sub", "Sub", "y = a − b", "Difference", minus);
export const mul = binary("mul", "Mul", "y = a · b", "Product", times);
export const div = binary("div", "Div", "y = a / b", "Quotient", over, { b: [0.3, 2] });
export const pow = binary("pow", "Pow", "y = aᵇ", "Power", power, { a: [0.2, 2] });

/* Equal operands share the gradient evenly, as PyTorch has it: the mean of two equals is either. */
export const maximum = binary(
  "maximum",
  "Max",
  "y = max(a, b)",
  "The greater of two; equal ones share the gradient evenly",
  (a, b) => choose(below(b, a), a, choose(below(a, b), b, mean(a, b))),
);
export const minimum = binary(
  "minimum",
  "Min",
  "y = min(a, b)",
  "The lesser of two; equal ones share the gradient evenly",
  (a, b) => choose(below(a, b), a, choose(below(b, a), b, mean(a, b))),
);

export const less = comparison("less", "Less", "y = a < b ? 1 : 0", "1 where less, else 0", below);
export const lessOrEqual = comparison(
  "lessOrEqual",
  "LessOrEqual",
  "y = a ≤ b ? 1 : 0",
  "1 where not greater, else 0",
  atMost,
);
export const greater = comparison(
  "greater",
  "Greater",
  "y = a > b ? 1 : 0",
  "1 where greater, else 0",
  (a, b) => below(b, a),
);
export const greaterOrEqual = comparison(
  "greaterOrEqual",
  "GreaterOrEqual",
  "y = a ≥ b ? 1 : 0",
  "1 where not less, else 0",
  (a, b) => atMost(b, a),
);
export const equal = comparison(
  "equal",
  "Equal",
  "y = a = b ? 1 : 0",
  "1 where equal, else 0",
  same,
);

/** y[i] = when[i] ≠ 0 ? a[i] : b[i] */
export const where = defineOp({
  name: "where",
  onnx: "Where",
  summary: "One of two, element by element: a where the condition is not 0",
  formula: "y = when ≠ 0 ? a : b",
  inputs: { when: "...", a: "...", b: "..." },
  output: "...",
  attrs: {},
  sizes: (shapes) => broadcastShape(shapes),
  define: ({ when, a, b }, _, at) =>
    choose(broadcast(when, at), broadcast(a, at), broadcast(b, at)),
  samples: [
    { inputs: { when: [2, 3], a: [2, 3], b: [2, 3] }, integers: { when: 2 } },
    { inputs: { when: [3, 1], a: [4], b: [2, 1, 1] }, integers: { when: 2 } },
  ],
});

const mean = (a: Expr, b: Expr): Expr => plus(times(number(0.5), a), times(number(0.5), b));
