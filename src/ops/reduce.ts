import { Axis, constant, type Index } from "../tensor/axis.ts";
import {
  add,
  div,
  equal,
  type Expr,
  greatest,
  mul,
  neg,
  number,
  type Read,
  square,
  stop,
  sub,
  sum,
  unary,
  where,
  zero,
} from "../tensor/expr.ts";
import { flag, integer, integers } from "./attributes.ts";
import { axesOf, axisOf, count, reduced, spanning } from "./axes.ts";
import { defineOp, type Operand, type Tools, type Values } from "./define.ts";

/** What a reduction is made of: the element read, the axes it runs over, how many elements they span. */
interface Reduction {
  readonly x: Read;
  readonly over: readonly Axis[];
  readonly count: Expr;
  /** A value that all elements of one reduction share. */
  readonly shared: (name: string, body: Expr) => Read;
}

const attrs = { axes: integers([]), keepDims: flag(false) };
const tried = [
  { x: [2, 3, 4], attrs: { axes: [1] } },
  { x: [3, 2, 4], attrs: { axes: [0, -1], keepDims: true } },
  { x: [2, 3], attrs: {} },
] as const;
const sizes = (
  { x }: { readonly x: readonly number[] },
  { axes, keepDims }: Values<typeof attrs>,
) => reduced(x, axesOf(axes, x.length), keepDims);

/** y[…] = the value of f over the axes that are reduced; none named means all. */
function reduction({
  of,
  ...facts
}: {
  readonly name: string;
  readonly onnx?: string;
  readonly summary: string;
  readonly formula: string;
  readonly of: (r: Reduction) => Expr;
}) {
  return defineOp({
    ...facts,
    inputs: { x: "..." },
    output: "...",
    attrs,
    sizes,
    define: ({ x }, attrs, out, tools) => of(reducing(x, attrs, out, tools)),
    samples: tried.map(({ x, attrs }) => ({ inputs: { x }, attrs })),
  });
}

function reducing(
  x: Operand,
  attrs: { readonly axes: readonly number[]; readonly keepDims: boolean },
  out: readonly Axis[],
  tools: Tools,
): Reduction {
  const axes = axesOf(attrs.axes, x.shape.length);
  const { over, at } = spanning(x.shape, axes, out, attrs.keepDims);
  const shared = (name: string, body: Expr) => tools.local(name, out, body)(...out);
  return { x: x(...at), over, count: count(x.tensor, axes), shared };
}

export const reduceSum = reduction({
  name: "reduceSum",
  onnx: "ReduceSum",
  summary: "Sum over axes",
  formula: "y = Σ r x[…,r,…]",
  of: ({ x, over }) => sum(over, x),
});

export const reduceMean = reduction({
  name: "reduceMean",
  onnx: "ReduceMean",
  summary: "Mean over axes",
  formula: "y = 1/R · Σ r x[…,r,…]",
  of: ({ x, over, count }) => div(sum(over, x), count),
});

export const reduceMax = reduction({
  name: "reduceMax",
  onnx: "ReduceMax",
  summary: "The greatest over axes; equal ones share the gradient evenly",
  formula: "y = Σ r [x = M]·x / Σ r [x = M], with M = max r x[…,r,…]",
  of: (r) => meanOfExtremes(r, greatest(r.over, r.x)),
});

export const reduceMin = reduction({
  name: "reduceMin",
  onnx: "ReduceMin",
  summary: "The least over axes; equal ones share the gradient evenly",
  formula: "y = Σ r [x = M]·x / Σ r [x = M], with M = −max r −x[…,r,…]",
  of: (r) => meanOfExtremes(r, neg(greatest(r.over, neg(r.x)))),
});

/** The mean of the elements that equal M: M itself, and a gradient they share. */
function meanOfExtremes({ x, over, shared }: Reduction, extreme: Expr): Expr {
  const wins = equal(x, stop(shared("extreme", extreme)));
  return div(sum(over, where(wins, x, zero)), shared("winners", sum(over, wins)));
}

export const logSumExp = reduction({
  name: "logSumExp",
  onnx: "ReduceLogSumExp",
  summary: "Logarithm of the sum of exponentials, without overflow",
  formula: "y = M + log Σ r e^(x[…,r,…] − M), with M = max r x[…,r,…]",
  of({ x, over, shared }) {
    const most = stop(shared("greatest", greatest(over, x)));
    const total = shared("total", sum(over, unary("exp", sub(x, most))));
    return add(most, unary("log", total));
  },
});

export const reduceL1 = reduction({
  name: "reduceL1",
  onnx: "ReduceL1",
  summary: "Sum of absolute values",
  formula: "y = Σ r |x[…,r,…]|",
  of: ({ x, over }) => sum(over, unary("abs", x)),
});

export const reduceL2 = reduction({
  name: "reduceL2",
  onnx: "ReduceL2",
  summary: "Euclidean norm; its gradient at 0 is 0",
  formula: "y = √(Σ r x[…,r,…]²)",
  of: ({ x, over, shared }) => root(shared("squares", sum(over, square(x)))),
});

export const reduceSumSquare = reduction({
  name: "reduceSumSquare",
  onnx: "ReduceSumSquare",
  summary: "Sum of squares",
  formula: "y = Σ r x[…,r,…]²",
  of: ({ x, over }) => sum(over, square(x)),
});

/* Both with a correction: 1 makes the estimate unbiased. */
const spreads = {
  inputs: { x: "..." },
  output: "...",
  attrs: { ...attrs, correction: integer(1, 0) },
  sizes,
  samples: tried.map(({ x, attrs }, i) => ({
    inputs: { x },
    attrs: { ...attrs, correction: i % 2 },
  })),
} as const;

export const variance = defineOp({
  name: "variance",
  summary: "Mean squared distance from the mean; with correction 1, the unbiased estimate",
  formula: "y = Σ r (x[…,r,…] − μ)² / (R − correction)",
  ...spreads,
  define: ({ x }, attrs, out, tools) => spread(reducing(x, attrs, out, tools), attrs.correction),
});

export const standardDeviation = defineOp({
  name: "standardDeviation",
  summary: "Root of the variance; its gradient at 0 is 0",
  formula: "y = √(Σ r (x[…,r,…] − μ)² / (R − correction))",
  ...spreads,
  define({ x }, attrs, out, tools) {
    const r = reducing(x, attrs, out, tools);
    return root(r.shared("variance", spread(r, attrs.correction)));
  },
});

function spread({ x, over, count, shared }: Reduction, correction: number): Expr {
  const mean = shared("mean", div(sum(over, x), count));
  const free = correction === 0 ? count : sub(count, number(correction));
  return div(sum(over, square(sub(x, mean))), free);
}

/** √a, with slope 0 at 0. */
const root = (a: Expr): Expr => where(equal(a, zero), zero, unary("sqrt", a));

/** Pairs are multiplied until one element is left: an odd one out is multiplied by 1. */
export const reduceProd = defineOp({
  name: "reduceProd",
  onnx: "ReduceProd",
  summary: "Product along one axis",
  formula: "y = Π r x[…,r,…]",
  inputs: { x: "..." },
  output: "...",
  attrs: { axis: integer(-1), keepDims: flag(false) },
  sizes: ({ x }, { axis, keepDims }) => reduced(x, [axisOf(axis, x.length)], keepDims),

  define({ x }, attrs, out, tools) {
    const axis = axisOf(attrs.axis, x.shape.length);
    const before = out.slice(0, axis);
    const after = out.slice(attrs.keepDims ? axis + 1 : axis);
    let size = x.shape[axis] ?? 1;
    let element = (r: Index): Read => x.beyond(1, ...before, r, ...after);
    for (let round = 1; size > 1; round++) {
      const r = new Axis("r", Math.ceil(size / 2));
      const pairs = mul(element(r.times(2)), element(r.times(2).plus(1)));
      const made = tools.local(`pairs${round}`, [...before, r, ...after], pairs);
      size = r.size;
      element = (r) => ({ ...made(...before, r, ...after), outside: 1 });
    }
    return element(constant(0));
  },

  samples: [
    { inputs: { x: [2, 5, 2] }, attrs: { axis: 1 } },
    { inputs: { x: [2, 4] }, attrs: { keepDims: true } },
    { inputs: { x: [3, 1] } },
  ],
});
