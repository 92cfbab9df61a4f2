import { invariant, refuse } from "../diagnostics.ts";
import type { Axis, Index } from "../tensor/axis.ts";
import {
  add,
  div,
  type Expr,
  max,
  mul,
  number,
  one,
  square,
  sub,
  sum,
  unary,
} from "../tensor/expr.ts";
import { real } from "./attributes.ts";
import { count, spanning } from "./axes.ts";
import { defineOp, type Operand, type Tools } from "./define.ts";

/**
 * Normalises each channel: ONNX `BatchNormalization`.
 *
 *   y[n,c,…] = x[n,c,…]·f[c] + (bias[c] − mean[c]·f[c])      with f[c] = scale[c] / √(variance[c] + ε)
 *
 * so that at inference f and the shift fold into the layer before. Training takes mean and (biased)
 * variance of the batch itself, and the running ones follow with weight `momentum`, the variance
 * unbiased, as PyTorch has it.
 */
export const batchNorm = defineOp({
  name: "batchNorm",
  short: "bn",
  onnx: "BatchNormalization",
  summary: "Normalises each channel, by running averages or, in training, by the batch's own",
  formula: "y[n,c,…] = (x[n,c,…] − mean[c]) / √(variance[c] + ε) · scale[c] + bias[c]",
  inputs: { x: "...", "scale?": "c", "bias?": "c", mean: "c", variance: "c" },
  output: "...",
  attrs: { eps: real(1e-5), momentum: real(0.1) },

  sizes({ x, mean }) {
    if (x.length < 2)
      refuse("KS202", `x has the shape [${x.join(", ")}], but needs samples and channels`);
    if (x[1] !== mean.c) refuse("KS201", `x has ${x[1]} channels, mean has ${mean.c}`);
    return x;
  },

  define({ x, scale, bias, mean, variance }, { eps }, out, tools) {
    const { c } = mean.axes;
    const root = unary("sqrt", add(variance(c), number(eps)));
    const factor = tools.local("factor", [c], div(scale ? scale(c) : one, root));
    const moved = mul(mean(c), factor(c));
    const shift = tools.local("shift", [c], sub(bias ? bias(c) : number(0), moved));
    const channel = channelOf(out);
    return add(mul(x(...out), factor(channel)), shift(channel));
  },

  training({ x, scale, bias, mean }, { eps }, out, tools) {
    const { c } = mean.axes;
    const batch = statistics(x, c, tools);
    const root = unary("sqrt", add(batch.variance(c), number(eps)));
    const factor = tools.local("factor", [c], div(scale ? scale(c) : one, root));
    const channel = channelOf(out);
    const y = mul(sub(x(...out), batch.mean(channel)), factor(channel));
    return bias ? add(y, bias(channel)) : y;
  },

  updates({ x, mean, variance }, { momentum }, tools) {
    const { c } = mean.axes;
    const batch = statistics(x, c, tools);
    const unbiased = div(
      mul(batch.variance(c), batch.count),
      max(number(1), sub(batch.count, one)),
    );
    const blend = (old: Expr, now: Expr) =>
      add(mul(old, number(1 - momentum)), mul(now, number(momentum)));
    return {
      mean: { axes: [c], body: blend(mean(c), batch.mean(c)) },
      variance: { axes: [c], body: blend(variance(c), unbiased) },
    };
  },

  samples: [
    {
      inputs: { x: [3, 2, 2, 3], scale: [2], bias: [2], mean: [2], variance: [2] },
      range: { variance: [0.5, 2] },
    },
    { inputs: { x: [4, 3], mean: [3], variance: [3] }, range: { variance: [0.5, 2] } },
  ],
});

/** Mean and biased variance of each channel of the batch. */
function statistics(x: Operand, c: Axis, tools: Tools) {
  const axes = x.shape.map((_, d) => d).filter((d) => d !== 1);
  const { over, at } = spanning(x.shape, axes, [c], false);
  const elements = count(x.tensor, axes);
  const mean = tools.local("mean", [c], div(sum(over, x(...at)), elements));
  const distance = sub(x(...at), mean(c));
  const variance = tools.local("variance", [c], div(sum(over, square(distance)), elements));
  return { mean, variance, count: elements };
}

const channelOf = (at: readonly Index[]): Index => {
  const [, c] = at;
  invariant(c, "batchNorm checked that x has channels");
  return c;
};
