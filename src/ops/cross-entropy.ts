import { refuse } from "../diagnostics.ts";
import type { Axis, Index } from "../tensor/axis.ts";
import {
  add,
  div,
  equal,
  type Expr,
  index,
  mul,
  neg,
  number,
  one,
  sum,
  where,
  zero,
} from "../tensor/expr.ts";
import { choice, optionalInteger, realWithin } from "./attributes.ts";
import { count } from "./axes.ts";
import { defineOp, type Operand, type Tools } from "./define.ts";
import { normaliser } from "./softmax.ts";

/*
 * Losses of classifiers, PyTorch's definitions. x has the classes at axis 1 (at axis 0 without
 * samples); a target has one class index for each of the other places, or a probability for each
 * element of x. With weights w and smoothing ε a class c of C counts
 *
 *   a[c] = w[c] · ((1 − ε)·[c = t] + ε/C)
 *
 * and the mean divides by the weights w[t] of the targets, those ignored left out.
 */

const reduction = choice(["mean", "sum", "none"], "mean");
const labelSmoothing = realWithin(0, 0, 1);
const ignoreIndex = optionalInteger();

type Shape = readonly number[];
interface Indexed {
  readonly reduction: "mean" | "sum" | "none";
  readonly ignoreIndex: number | null;
  readonly labelSmoothing: number;
}

/** L = −1/Σ w[t] · Σ n,c a[n,c] · (x[n,c] − M[n] − log Σ k e^(x[n,k] − M[n])) */
export const crossEntropy = defineOp({
  name: "crossEntropy",
  short: "loss",
  onnx: "SoftmaxCrossEntropyLoss",
  summary: "Cross-entropy of class indices, from logits",
  formula: "L = −1/N · Σ n log softmax(x[n,·])[target[n]]",
  inputs: { x: "...", target: "...", "weight?": "c" },
  output: "...",
  attrs: { reduction, ignoreIndex, labelSmoothing },
  sizes: (shapes, attrs) => indexed({ ...shapes, weight: shapes.weight?.c }, attrs.reduction),

  define({ x, target, weight }, attrs, out, tools) {
    const samples = attrs.reduction === "none" ? out : target.axes;
    const { logits, c } = logarithms(x, samples, tools);
    return classes(logits, c, target, weight, attrs, samples, tools);
  },

  samples: [
    { inputs: { x: [3, 4], target: [3] }, integers: { target: 4 } },
    {
      inputs: { x: [4, 3, 2], target: [4, 2], weight: [3] },
      integers: { target: 3 },
      attrs: { ignoreIndex: 1, labelSmoothing: 0.1 },
      range: { weight: [0.5, 2] },
    },
    { inputs: { x: [3, 4], target: [3] }, integers: { target: 4 }, attrs: { reduction: "none" } },
    { inputs: { x: [4], target: [] }, integers: { target: 4 }, attrs: { reduction: "sum" } },
  ],
});

/** L = −1/Σ w[t] · Σ n w[t]·x[n, t], x being logarithms of probabilities already */
export const nll = defineOp({
  name: "nll",
  short: "loss",
  onnx: "NegativeLogLikelihoodLoss",
  summary: "Negative log-likelihood of class indices, from logarithms of probabilities",
  formula: "L = −1/N · Σ n x[n, target[n]]",
  inputs: { x: "...", target: "...", "weight?": "c" },
  output: "...",
  attrs: { reduction, ignoreIndex },
  sizes: (shapes, attrs) => indexed({ ...shapes, weight: shapes.weight?.c }, attrs.reduction),

  define({ x, target, weight }, attrs, out, tools) {
    const samples = attrs.reduction === "none" ? out : target.axes;
    const c = classAxis(x);
    const logits = x(...withClass(samples, x, c));
    return classes(logits, c, target, weight, { ...attrs, labelSmoothing: 0 }, samples, tools);
  },

  samples: [
    { inputs: { x: [3, 4], target: [3] }, integers: { target: 4 } },
    {
      inputs: { x: [4, 3, 2], target: [4, 2], weight: [3] },
      integers: { target: 3 },
      attrs: { ignoreIndex: 1 },
      range: { weight: [0.5, 2] },
    },
  ],
});

/** L = −1/N · Σ n,c w[c]·((1 − ε)·target[n,c] + ε/C) · log softmax(x[n,·])[c] */
export const softCrossEntropy = defineOp({
  name: "softCrossEntropy",
  short: "loss",
  summary: "Cross-entropy of class probabilities, from logits",
  formula: "L = −1/N · Σ n,c target[n,c] · log softmax(x[n,·])[c]",
  inputs: { x: "...", target: "...", "weight?": "c" },
  output: "...",
  attrs: { reduction, labelSmoothing },

  sizes({ x, target, weight }, { reduction }) {
    if (target.join() !== x.join())
      refuse("KS201", `x has the shape [${x.join(", ")}], target [${target.join(", ")}]`);
    checkWeight(x, weight?.c);
    return reduction === "none" ? places(x) : [];
  },

  define({ x, target, weight }, attrs, out, tools) {
    const own = classAxis(x);
    const samples = attrs.reduction === "none" ? out : x.axes.filter((axis) => axis !== own);
    const { logits, c } = logarithms(x, samples, tools);
    const share = smoothed(target(...withClass(samples, x, c)), c, attrs.labelSmoothing);
    const each = neg(sum([c], mul(weighted(share, weight, c), logits)));
    if (attrs.reduction === "none") return each;
    const total = sum(samples, each);
    const axes = x.axes.flatMap((axis, d) => (axis === own ? [] : [d]));
    return attrs.reduction === "sum" ? total : div(total, count(x.tensor, axes));
  },

  samples: [
    { inputs: { x: [3, 4], target: [3, 4] } },
    {
      inputs: { x: [2, 3, 2], target: [2, 3, 2], weight: [3] },
      attrs: { labelSmoothing: 0.2, reduction: "none" },
    },
  ],
});

/** What class indices cost, given the logarithms of the classes' probabilities. */
function classes(
  logits: Expr,
  c: Axis,
  target: Operand,
  weight: Operand<"c"> | undefined,
  { reduction, ignoreIndex, labelSmoothing }: Indexed,
  samples: readonly Axis[],
  tools: Tools,
): Expr {
  const label = target(...samples);
  const kept = (e: Expr) =>
    ignoreIndex === null ? e : where(equal(label, number(ignoreIndex)), zero, e);
  const hit = equal(index(c), label);
  const cost =
    labelSmoothing === 0
      ? where(hit, weighted(logits, weight, c), zero)
      : mul(weighted(smoothed(hit, c, labelSmoothing), weight, c), logits);
  const each = kept(neg(sum([c], cost)));
  if (reduction === "none") return each;
  const total = sum(samples, tools.local("each", samples, each)(...samples));
  if (reduction === "sum") return total;
  const axes = samples.map((_, d) => d);
  if (!weight && ignoreIndex === null) return div(total, count(target.tensor, axes));
  const own = weight ? sum([c], where(hit, weight(c), zero)) : one;
  const weights = tools.local("weight", samples, kept(own));
  return div(total, tools.local("weights", [], sum(samples, weights(...samples)))());
}

function logarithms(x: Operand, samples: readonly Axis[], tools: Tools) {
  const c = classAxis(x);
  const at = withClass(samples, x, c);
  const { shifted, logTotal } = normaliser(tools, x, samples, [c], at);
  return { c, logits: add(shifted(...at), neg(logTotal)) };
}

/** (1 − ε)·share + ε/C */
const smoothed = (share: Expr, c: Axis, by: number): Expr =>
  by === 0 ? share : add(mul(number(1 - by), share), number(by / c.size));

const weighted = (e: Expr, weight: Operand<"c"> | undefined, c: Axis): Expr =>
  weight ? mul(weight(c), e) : e;

const classDim = (rank: number): number => (rank === 1 ? 0 : 1);

function classAxis(x: Operand): Axis {
  const c = x.axes[classDim(x.shape.length)];
  if (!c) refuse("KS202", "x needs an axis of classes");
  return c;
}

function withClass(samples: readonly Axis[], x: Operand, c: Axis): readonly Index[] {
  const dim = classDim(x.shape.length);
  return [...samples.slice(0, dim), c, ...samples.slice(dim)];
}

const places = (x: Shape): number[] => x.filter((_, d) => d !== classDim(x.length));

function indexed(
  {
    x,
    target,
    weight,
  }: { readonly x: Shape; readonly target: Shape; readonly weight?: number | undefined },
  reduction: "mean" | "sum" | "none",
): Shape {
  if (x.length === 0) refuse("KS202", "x needs an axis of classes");
  const own = places(x);
  if (own.join() !== target.join())
    refuse(
      "KS201",
      `target has the shape [${target.join(", ")}], x [${x.join(", ")}] asks for [${own.join(", ")}]`,
      {
        fix: "A target holds one class index for each place of x, its classes left out.",
      },
    );
  checkWeight(x, weight);
  return reduction === "none" ? target : [];
}

function checkWeight(x: Shape, weight: number | undefined): void {
  const size = x[classDim(x.length)];
  if (weight !== undefined && weight !== size)
    refuse("KS201", `weight has ${weight} elements, x has ${size} classes`);
}
