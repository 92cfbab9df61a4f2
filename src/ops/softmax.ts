import type { Index } from "../tensor/axis.ts";
import { div, type Expr, greatest, type Read, stop, sub, sum, unary } from "../tensor/expr.ts";
import { integer } from "./attributes.ts";
import { axisOf, spanning } from "./axes.ts";
import { defineOp, type Operand, type Tools } from "./define.ts";

const attrs = { axis: integer(-1) };
const samples = [
  { inputs: { x: [2, 5] } },
  { inputs: { x: [2, 3, 4] }, attrs: { axis: 1 } },
] as const;

/**
 * y[…,c,…] = e^(x[…,c,…] − M) / Σ r e^(x[…,r,…] − M). M, the greatest along the axis, cancels: it only
 * keeps the exponentials from overflowing, so the derivative takes it as a constant.
 */
export const softmax = defineOp({
  name: "softmax",
  onnx: "Softmax",
  summary: "Positive and adding up to 1 along an axis",
  formula: "y[…,c,…] = e^(x[…,c,…] − M) / Σ r e^(x[…,r,…] − M), with M = max r x[…,r,…]",
  inputs: { x: "..." },
  output: "...",
  attrs,
  sizes: ({ x }, { axis }) => (axisOf(axis, x.length), x),

  define({ x }, { axis }, out, tools) {
    const { over, rest, at } = along(x, axisOf(axis, x.shape.length), out);
    const most = tools.local("greatest", rest, greatest(over, x(...at)));
    const power = tools.local("power", out, unary("exp", sub(x(...out), stop(most(...rest)))));
    const total = tools.local("total", rest, sum(over, power(...at)));
    return div(power(...out), total(...rest));
  },

  samples,
});

/** y[…,c,…] = x[…,c,…] − M − log Σ r e^(x[…,r,…] − M) */
export const logSoftmax = defineOp({
  name: "logSoftmax",
  onnx: "LogSoftmax",
  summary: "Logarithm of the softmax, without overflow",
  formula: "y[…,c,…] = x[…,c,…] − M − log Σ r e^(x[…,r,…] − M), with M = max r x[…,r,…]",
  inputs: { x: "..." },
  output: "...",
  attrs,
  sizes: ({ x }, { axis }) => (axisOf(axis, x.length), x),

  define({ x }, { axis }, out, tools) {
    const { over, rest, at } = along(x, axisOf(axis, x.shape.length), out);
    const { shifted, logTotal } = normaliser(tools, x, rest, over, at);
    return sub(shifted(...out), logTotal);
  },

  samples,
});

/** x − M and log Σ e^(x − M): what log-softmax and the cross-entropies share. */
export function normaliser(
  tools: Tools,
  x: Operand,
  rest: Operand["axes"],
  over: Operand["axes"],
  at: readonly Index[],
): { readonly shifted: (...at: readonly Index[]) => Expr; readonly logTotal: Read } {
  const most = stop(tools.local("greatest", rest, greatest(over, x(...at)))(...rest));
  const shifted = (...at: readonly Index[]) => sub(x(...at), most);
  const total = tools.local("total", rest, sum(over, unary("exp", shifted(...at))))(...rest);
  const logTotal = tools.local("logTotal", rest, unary("log", total))(...rest);
  return { shifted, logTotal };
}

/** The axes of the output without one, and the same place with that one run over. */
function along(x: Operand, axis: number, out: Operand["axes"]) {
  const rest = out.filter((_, d) => d !== axis);
  return { rest, ...spanning(x.shape, [axis], rest, false) };
}
