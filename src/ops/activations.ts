import {
  add,
  div,
  type Expr,
  less,
  lessEqual,
  max,
  min,
  mul,
  number,
  one,
  sub,
  unary,
  where,
  zero,
} from "../tensor/expr.ts";
import { broadcast, broadcastShape } from "./broadcast.ts";
import { choice, nonzero, optionalReal, real } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { elementwise } from "./elementwise.ts";
import { logSigmoidOf } from "./log-sigmoid.ts";

/*
 * Activations. Where a slope jumps, the side taken is PyTorch's: max(x, c) in this order owes a tie
 * to c, max(c, x) to x.
 */

export const relu = elementwise({
  name: "relu",
  onnx: "Relu",
  summary: "Rectified linear unit; its slope at 0 is 0",
  formula: "y = max(x, 0)",
  attrs: {},
  of: (x) => max(x, zero),
});

export const relu6 = elementwise({
  name: "relu6",
  summary: "ReLU that saturates at 6",
  formula: "y = min(max(x, 0), 6)",
  attrs: {},
  range: [-4, 9],
  of: (x) => min(max(x, zero), number(6)),
});

export const leakyRelu = elementwise({
  name: "leakyRelu",
  onnx: "LeakyRelu",
  summary: "ReLU with a slope below 0",
  formula: "y = x > 0 ? x : slope·x",
  attrs: { slope: real(0.01) },
  samples: [{}, { slope: 0.3 }],
  of: (x, { slope }) => where(less(zero, x), x, mul(number(slope), x)),
});

/** y[i] = x > 0 ? x : slope·x, the slope learned; broadcast to x from the right as ONNX has it. */
export const prelu = defineOp({
  name: "prelu",
  onnx: "PRelu",
  summary: "ReLU with a learned slope below 0, broadcast to x: [C, 1, 1] is one a channel",
  formula: "y = x > 0 ? x : slope·x",
  inputs: { x: "...", slope: "..." },
  output: "...",
  attrs: {},
  sizes: ({ x, slope }) => broadcastShape({ x, slope }, x),
  define({ x, slope }, _, at) {
    const value = x(...at);
    return where(less(zero, value), value, mul(broadcast(slope, at), value));
  },
  samples: [
    { inputs: { x: [2, 3, 2, 2], slope: [3, 1, 1] } },
    { inputs: { x: [2, 3], slope: [1] } },
  ],
});

export const clip = elementwise({
  name: "clip",
  onnx: "Clip",
  summary: "Held between two bounds; the slope at the bounds is 1",
  formula: "y = min(max(x, least), greatest)",
  attrs: { min: optionalReal(), max: optionalReal() },
  samples: [{}, { min: -0.5, max: 1 }],
  of(x, attrs) {
    const above = attrs.min === null ? x : max(number(attrs.min), x);
    return attrs.max === null ? above : min(number(attrs.max), above);
  },
});

export const hardTanh = elementwise({
  name: "hardTanh",
  summary: "Held between two bounds; the slope at the bounds is 0",
  formula: "y = min(max(x, least), greatest)",
  attrs: { min: real(-1), max: real(1) },
  samples: [{}, { min: -0.5, max: 2 }],
  of: (x, attrs) => min(max(x, number(attrs.min)), number(attrs.max)),
});

export const elu = elementwise({
  name: "elu",
  onnx: "Elu",
  summary: "Exponential linear unit",
  formula: "y = x > 0 ? x : α·(eˣ − 1)",
  attrs: { alpha: real(1) },
  samples: [{}, { alpha: 0.5 }],
  of: (x, { alpha }) => exponential(x, 1, alpha, 1),
});

export const celu = elementwise({
  name: "celu",
  onnx: "Celu",
  summary: "Elu whose slope is continuous for every α",
  formula: "y = x > 0 ? x : α·(e^(x/α) − 1)",
  attrs: { alpha: nonzero(1) },
  samples: [{}, { alpha: 2 }],
  of: (x, { alpha }) => exponential(x, 1, alpha, 1 / alpha),
});

export const selu = elementwise({
  name: "selu",
  onnx: "Selu",
  summary: "Scaled exponential linear unit: keeps mean 0 and variance 1 from layer to layer",
  formula: "y = γ·(x > 0 ? x : α·(eˣ − 1))",
  attrs: { alpha: real(1.6732632423543772), gamma: real(1.0507009873554805) },
  of: (x, { alpha, gamma }) => exponential(x, gamma, alpha, 1),
});

/** γ·(x > 0 ? x : α·(e^(kx) − 1)) */
const exponential = (x: Expr, gamma: number, alpha: number, k: number): Expr =>
  where(less(zero, x), scaled(gamma, x), scaled(gamma * alpha, unary("expm1", scaled(k, x))));

export const hardSigmoid = elementwise({
  name: "hardSigmoid",
  onnx: "HardSigmoid",
  summary: "A sigmoid of three straight lines",
  formula: "y = min(max(α·x + β, 0), 1)",
  attrs: { alpha: real(1 / 6), beta: real(0.5) },
  samples: [{}, { alpha: 0.2, beta: 0.4 }],
  range: [-4, 4],
  of: (x, { alpha, beta }) => ramp(x, alpha, beta),
});

export const hardSwish = elementwise({
  name: "hardSwish",
  onnx: "HardSwish",
  summary: "x · hardSigmoid(x)",
  formula: "y = x·min(max(x/6 + ½, 0), 1)",
  attrs: {},
  range: [-4, 4],
  of: (x) => mul(x, ramp(x, 1 / 6, 0.5)),
});

const ramp = (x: Expr, alpha: number, beta: number): Expr =>
  min(max(add(mul(x, number(alpha)), number(beta)), zero), one);

export const sigmoid = elementwise({
  name: "sigmoid",
  onnx: "Sigmoid",
  summary: "Logistic function",
  formula: "y = 1 / (1 + e⁻ˣ)",
  attrs: {},
  of: (x) => unary("sigmoid", x),
});

export const logSigmoid = elementwise({
  name: "logSigmoid",
  summary: "Logarithm of the sigmoid, without overflow",
  formula: "y = −log(1 + e⁻ˣ)",
  attrs: {},
  of: logSigmoidOf,
});

export const tanh = elementwise({
  name: "tanh",
  onnx: "Tanh",
  summary: "Hyperbolic tangent",
  formula: "y = tanh x",
  attrs: {},
  of: (x) => unary("tanh", x),
});

export const silu = elementwise({
  name: "silu",
  onnx: "Swish",
  summary: "Sigmoid linear unit, also called swish",
  formula: "y = x·σ(x)",
  attrs: {},
  of: (x) => mul(x, unary("sigmoid", x)),
});

export const gelu = elementwise({
  name: "gelu",
  onnx: "Gelu",
  summary: "Gaussian error linear unit: x times the share of a normal distribution below x",
  formula: "y = ½·x·(1 + erf(x/√2))   or with tanh(√(2/π)·(x + 0.044715·x³)) in erf's place",
  attrs: { approximate: choice(["none", "tanh"], "none") },
  samples: [{}, { approximate: "tanh" }],
  of(x, { approximate }) {
    const cubed = mul(number(0.044715), mul(x, mul(x, x)));
    const share =
      approximate === "none"
        ? unary("erf", mul(x, number(Math.SQRT1_2)))
        : unary("tanh", mul(number(Math.sqrt(2 / Math.PI)), add(x, cubed)));
    return mul(mul(number(0.5), x), add(one, share));
  },
});

export const softplus = elementwise({
  name: "softplus",
  onnx: "Softplus",
  summary: "A smooth ReLU; a straight line where β·x is beyond the threshold",
  formula: "y = log(1 + e^(βx)) / β",
  attrs: { beta: nonzero(1), threshold: real(20) },
  samples: [{}, { beta: 3, threshold: 2 }],
  of: (x, { beta, threshold }) => smoothRelu(x, beta, threshold),
});

const smoothRelu = (x: Expr, beta: number, threshold: number): Expr => {
  const steep = scaled(beta, x);
  return where(
    less(number(threshold), steep),
    x,
    scaled(1 / beta, unary("log1p", unary("exp", steep))),
  );
};

export const mish = elementwise({
  name: "mish",
  onnx: "Mish",
  summary: "x · tanh(softplus(x))",
  formula: "y = x·tanh(log(1 + eˣ))",
  attrs: {},
  of: (x) => mul(x, unary("tanh", smoothRelu(x, 1, 20))),
});

export const softsign = elementwise({
  name: "softsign",
  onnx: "Softsign",
  summary: "Saturates like 1/x",
  formula: "y = x / (1 + |x|)",
  attrs: {},
  of: (x) => div(x, add(one, unary("abs", x))),
});

export const tanhShrink = elementwise({
  name: "tanhShrink",
  summary: "What tanh takes off",
  formula: "y = x − tanh x",
  attrs: {},
  of: (x) => sub(x, unary("tanh", x)),
});

export const softShrink = elementwise({
  name: "softShrink",
  onnx: "Shrink",
  summary: "Nearer to 0 by λ, and 0 where that would pass it",
  formula: "y = x > λ ? x − λ : x < −λ ? x + λ : 0",
  attrs: { lambda: real(0.5) },
  samples: [{}, { lambda: 0.8 }],
  of: (x, { lambda }) =>
    where(
      less(number(lambda), x),
      sub(x, number(lambda)),
      where(less(x, number(-lambda)), add(x, number(lambda)), zero),
    ),
});

export const hardShrink = elementwise({
  name: "hardShrink",
  summary: "0 within λ of 0",
  formula: "y = |x| > λ ? x : 0",
  attrs: { lambda: real(0.5) },
  samples: [{}, { lambda: 0.8 }],
  of: (x, { lambda }) => where(lessEqual(unary("abs", x), number(lambda)), zero, x),
});

export const threshold = elementwise({
  name: "threshold",
  summary: "A value in place of all that is not above a threshold",
  formula: "y = x > θ ? x : value",
  attrs: { threshold: real(0), value: real(0) },
  samples: [{}, { threshold: 0.2, value: -1 }],
  of: (x, { threshold, value }) => where(less(number(threshold), x), x, number(value)),
});

const scaled = (by: number, x: Expr): Expr => (by === 1 ? x : mul(number(by), x));
