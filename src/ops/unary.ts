import { add, div, type Expr, mul, number, one, pow, type Unary, unary } from "../tensor/expr.ts";
import { real } from "./attributes.ts";
import { elementwise } from "./elementwise.ts";

const positive = [0.2, 3] as const;

/** y = fn(x): the row of the language itself. */
const plain = (
  name: string,
  onnx: string | undefined,
  formula: string,
  summary: string,
  fn: Unary,
  range?: readonly [number, number],
) => op(name, onnx, formula, summary, (x) => unary(fn, x), range);

const op = (
  name: string,
  onnx: string | undefined,
  formula: string,
  summary: string,
  of: (x: Expr) => Expr,
  range?: readonly [number, number],
) =>
  elementwise({
    name,
    ...(onnx ? { onnx } : {}),
    summary,
    formula,
    attrs: {},
    of,
    ...(range ? { range } : {}),
  });

export const exp = plain("exp", "Exp", "y = eˣ", "Exponential", "exp");
export const expm1 = plain("expm1", undefined, "y = eˣ − 1", "eˣ − 1, exact near 0", "expm1");
export const log = plain("log", "Log", "y = log x", "Natural logarithm", "log", positive);
export const log1p = plain(
  "log1p",
  undefined,
  "y = log(1 + x)",
  "log(1 + x), exact near 0",
  "log1p",
  [-0.8, 2],
);
export const sqrt = plain("sqrt", "Sqrt", "y = √x", "Square root", "sqrt", positive);
export const abs = plain("abs", "Abs", "y = |x|", "Absolute value; its slope at 0 is 0", "abs");
export const neg = plain("neg", "Neg", "y = −x", "The opposite", "neg");
export const sign = plain("sign", "Sign", "y = sign x", "−1, 0 or 1", "sign");
export const floor = plain("floor", "Floor", "y = ⌊x⌋", "The integer below", "floor");
export const ceil = plain("ceil", "Ceil", "y = ⌈x⌉", "The integer above", "ceil");
export const round = plain(
  "round",
  "Round",
  "y = x to the nearest integer, halves to the even one",
  "Rounded",
  "round",
);
export const sin = plain("sin", "Sin", "y = sin x", "Sine", "sin");
export const cos = plain("cos", "Cos", "y = cos x", "Cosine", "cos");
export const tan = plain("tan", "Tan", "y = tan x", "Tangent", "tan", [-1.2, 1.2]);
export const atan = plain("atan", "Atan", "y = arctan x", "Arc tangent", "atan");
export const sinh = plain("sinh", "Sinh", "y = sinh x", "Hyperbolic sine", "sinh");
export const cosh = plain("cosh", "Cosh", "y = cosh x", "Hyperbolic cosine", "cosh");
export const erf = plain("erf", "Erf", "y = 2/√π ∫₀ˣ e^(−t²) dt", "Error function", "erf");

/** Arithmetic with numbers known when the model is compiled. */
export const affine = elementwise({
  name: "affine",
  summary: "Scaled and shifted by constants",
  formula: "y = scale·x + shift",
  attrs: { scale: real(1), shift: real(0) },
  samples: [{ scale: -2, shift: 0.5 }],
  of: (x, { scale, shift }) => {
    const scaled = scale === 1 ? x : mul(number(scale), x);
    return shift === 0 ? scaled : add(scaled, number(shift));
  },
});

export const power = elementwise({
  name: "power",
  summary: "A constant power",
  formula: "y = x^exponent",
  attrs: { exponent: real() },
  samples: [{ exponent: 2 }, { exponent: 0.5 }, { exponent: -1 }],
  range: positive,
  of: (x, { exponent }) => pow(x, number(exponent)),
});

export const reciprocal = op(
  "reciprocal",
  "Reciprocal",
  "y = 1 / x",
  "One over x",
  (x) => div(one, x),
  positive,
);
export const rsqrt = op(
  "rsqrt",
  undefined,
  "y = 1 / √x",
  "One over the square root",
  (x) => div(one, unary("sqrt", x)),
  positive,
);
export const square = op("square", undefined, "y = x²", "The square", (x) => mul(x, x));
export const log2 = op(
  "log2",
  undefined,
  "y = log x / log 2",
  "Logarithm to base 2",
  (x) => mul(unary("log", x), number(Math.LOG2E)),
  positive,
);
