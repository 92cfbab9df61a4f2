import { refuse } from "../diagnostics.ts";
import type { Axis } from "../tensor/axis.ts";
import {
  add,
  div,
  equal,
  type Expr,
  less,
  max,
  mul,
  neg,
  number,
  square,
  sub,
  sum,
  unary,
  where,
  zero,
} from "../tensor/expr.ts";
import { choice, flag, real } from "./attributes.ts";
import { count } from "./axes.ts";
import { broadcast, broadcastShape } from "./broadcast.ts";
import { defineOp, type Operand } from "./define.ts";
import { logSigmoidOf } from "./log-sigmoid.ts";

/*
 * Losses that compare x with a target of the same shape, element by element: the mean of all, their
 * sum, or each of them.
 */

type Reduction = "mean" | "sum" | "none" | "batchmean";
const reduction = choice(["mean", "sum", "none"], "mean");
const facts = {
  short: "loss",
  inputs: { x: "...", target: "..." },
  output: "...",
  sizes: (
    shapes: { readonly x: readonly number[]; readonly target: readonly number[] },
    attrs: { readonly reduction: Reduction },
  ) => compared(shapes, attrs),
} as const;
const inputs = { x: [2, 3, 2], target: [2, 3, 2] };
const samples = [
  { inputs },
  { inputs, attrs: { reduction: "sum" } },
  { inputs, attrs: { reduction: "none" } },
] as const;

export const mse = defineOp({
  name: "mse",
  summary: "Mean squared error",
  formula: "L = 1/N · Σ i (x[i] − y[i])²",
  ...facts,
  attrs: { reduction },
  define: ({ x, target }, attrs, out) =>
    compare(x, target, attrs.reduction, out, (x, y) => square(sub(x, y))),
  samples,
});

export const l1 = defineOp({
  name: "l1",
  summary: "Mean absolute error",
  formula: "L = 1/N · Σ i |x[i] − y[i]|",
  ...facts,
  attrs: { reduction },
  define: ({ x, target }, attrs, out) =>
    compare(x, target, attrs.reduction, out, (x, y) => unary("abs", sub(x, y))),
  samples,
});

/** With d = |x − y|: d² / 2 up to δ, then the tangent δ·(d − δ/2). */
export const huber = defineOp({
  name: "huber",
  summary: "Squared error for small distances, absolute error times δ for large ones",
  formula: "L = 1/N · Σ i (d < δ ? d²/2 : δ·(d − δ/2)), with d = |x[i] − y[i]|",
  ...facts,
  attrs: { reduction, delta: real(1) },
  define: ({ x, target }, { reduction, delta }, out) =>
    compare(x, target, reduction, out, (x, y) => {
      const d = unary("abs", sub(x, y));
      const tangent = mul(number(delta), sub(d, number(delta / 2)));
      return where(less(d, number(delta)), mul(number(0.5), square(d)), tangent);
    }),
  samples: [...samples, { inputs, attrs: { delta: 0.7 } }],
});

/** Huber's loss over β; the absolute error where β is 0. */
export const smoothL1 = defineOp({
  name: "smoothL1",
  summary: "Absolute error, rounded off within β of 0",
  formula: "L = 1/N · Σ i (d < β ? d²/2β : d − β/2), with d = |x[i] − y[i]|",
  ...facts,
  attrs: { reduction, beta: real(1) },
  define: ({ x, target }, { reduction, beta }, out) =>
    compare(x, target, reduction, out, (x, y) => {
      const d = unary("abs", sub(x, y));
      if (beta === 0) return d;
      const near = mul(number(0.5 / beta), square(d));
      return where(less(d, number(beta)), near, sub(d, number(beta / 2)));
    }),
  samples: [...samples, { inputs, attrs: { beta: 0.3 } }],
});

const probabilities = { target: [0.05, 0.95] } as const;

/** Logarithms are held to −100 and above, as PyTorch has it, so that a certain mistake costs 100. */
export const bce = defineOp({
  name: "bce",
  summary: "Binary cross-entropy of probabilities",
  formula: "L = −1/N · Σ i (y[i]·log x[i] + (1 − y[i])·log(1 − x[i]))",
  ...facts,
  attrs: { reduction },
  define: ({ x, target }, attrs, out) =>
    compare(x, target, attrs.reduction, out, (x, y) => {
      const yes = max(unary("log", x), number(-100));
      const no = max(unary("log1p", neg(x)), number(-100));
      return neg(add(mul(y, yes), mul(sub(number(1), y), no)));
    }),
  samples: samples.map((s) => ({ ...s, range: { ...probabilities, x: [0.1, 0.9] as const } })),
});

/** −(y·w·log σ(x) + (1 − y)·log σ(−x)), w the weight of the positive class: log σ(−x) = log σ(x) − x. */
export const bceWithLogits = defineOp({
  name: "bceWithLogits",
  summary: "Binary cross-entropy from logits, without overflow; positive examples may weigh more",
  formula: "L = −1/N · Σ i (w·y[i]·log σ(x[i]) + (1 − y[i])·log σ(−x[i]))",
  short: "loss",
  inputs: { x: "...", target: "...", "positiveWeight?": "..." },
  output: "...",
  attrs: { reduction },

  sizes({ x, target, positiveWeight }, attrs) {
    if (positiveWeight) broadcastShape({ x, positiveWeight }, x);
    return compared({ x, target }, attrs);
  },

  define: ({ x, target, positiveWeight }, attrs, out) =>
    compare(x, target, attrs.reduction, out, (x, y, at) => {
      const log = logSigmoidOf(x);
      const no = sub(number(1), y);
      if (!positiveWeight) return sub(mul(no, x), log);
      const weight = add(no, mul(y, broadcast(positiveWeight, at)));
      return sub(mul(no, x), mul(weight, log));
    }),

  samples: [
    ...samples.map((s) => ({ ...s, range: probabilities })),
    {
      inputs: { ...inputs, positiveWeight: [3, 1] },
      range: { ...probabilities, positiveWeight: [1, 3] },
    },
  ],
});

/** y·(log y − x), x being a logarithm already; with `logTarget` eʸ·(y − x). 0·log 0 is 0. */
export const klDivergence = defineOp({
  name: "klDivergence",
  summary: "Kullback–Leibler divergence of a target from logarithms of probabilities",
  formula: "L = 1/N · Σ i y[i]·(log y[i] − x[i]); batchmean divides by the samples alone",
  ...facts,
  attrs: {
    reduction: choice(["mean", "sum", "none", "batchmean"], "mean"),
    logTarget: flag(false),
  },
  define: ({ x, target }, { reduction, logTarget }, out) =>
    compare(x, target, reduction, out, (x, y) =>
      logTarget
        ? mul(unary("exp", y), sub(y, x))
        : sub(where(equal(y, zero), zero, mul(y, unary("log", y))), mul(y, x)),
    ),
  samples: [
    ...samples.map((s) => ({ ...s, range: probabilities })),
    { inputs, attrs: { reduction: "batchmean", logTarget: true } },
  ],
});

/** eˣ − y·x, or x − y·log(x + 1e−8) where x is no logarithm. */
export const poissonNll = defineOp({
  name: "poissonNll",
  summary: "Negative log-likelihood of counts under a Poisson distribution",
  formula: "L = 1/N · Σ i (e^x[i] − y[i]·x[i])",
  ...facts,
  attrs: { reduction, logInput: flag(true) },
  define: ({ x, target }, { reduction, logInput }, out) =>
    compare(x, target, reduction, out, (x, y) =>
      logInput
        ? sub(unary("exp", x), mul(y, x))
        : sub(x, mul(y, unary("log", add(x, number(1e-8))))),
    ),
  samples: [...samples, { inputs, attrs: { logInput: false }, range: { x: [0.2, 2] } }],
});

/** log(1 + e^(−y·x)), for targets −1 and 1 */
export const softMargin = defineOp({
  name: "softMargin",
  summary: "Logistic loss for targets −1 and 1",
  formula: "L = 1/N · Σ i log(1 + e^(−y[i]·x[i]))",
  ...facts,
  attrs: { reduction },
  define: ({ x, target }, attrs, out) =>
    compare(x, target, attrs.reduction, out, (x, y) => neg(logSigmoidOf(mul(y, x)))),
  samples,
});

/** f(x[i], y[i]) for each i, its sum or its mean. */
function compare(
  x: Operand,
  target: Operand,
  reduction: Reduction,
  out: readonly Axis[],
  f: (x: Expr, y: Expr, at: readonly Axis[]) => Expr,
): Expr {
  const at = reduction === "none" ? out : x.axes;
  const each = f(x(...at), target(...at), at);
  if (reduction === "none") return each;
  const total = sum(at, each);
  if (reduction === "sum") return total;
  const axes = x.shape.map((_, d) => d);
  return div(total, count(x.tensor, reduction === "batchmean" ? axes.slice(0, 1) : axes));
}

function compared(
  { x, target }: { readonly x: readonly number[]; readonly target: readonly number[] },
  { reduction }: { readonly reduction: Reduction },
): readonly number[] {
  if (x.join() !== target.join())
    refuse("KS201", `x has the shape [${x.join(", ")}], target [${target.join(", ")}]`, {
      fix: "Both must have one shape.",
    });
  return reduction === "none" ? x : [];
}
