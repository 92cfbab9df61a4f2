import { refuse } from "../diagnostics.ts";
import { add, div, type Expr, mul, number, one, square, sub, sum, unary } from "../tensor/expr.ts";
import { integer, real } from "./attributes.ts";
import { axisOf, count, spanning } from "./axes.ts";
import { defineOp, type Operand } from "./define.ts";

const inputs = { x: "...", "scale?": "...", "bias?": "..." } as const;
const attrs = { axis: integer(-1), eps: real(1e-5) };

/** y = (x − μ) / √(σ² + ε) · scale + bias, with mean and variance over the axes from `axis` on. */
export const layerNorm = defineOp({
  name: "layerNorm",
  onnx: "LayerNormalization",
  summary: "Normalises each sample over its axes from one on",
  formula: "y[…,r] = (x[…,r] − μ[…]) / √(σ²[…] + ε) · scale[r] + bias[r]",
  inputs,
  output: "...",
  attrs,
  sizes: ({ x, scale, bias }, { axis }) => checked(x, axis, { scale, bias }),

  define({ x, scale, bias }, { axis, eps }, out, tools) {
    const from = axisOf(axis, x.shape.length);
    const { rest, over, at, elements } = group(x, from, out);
    const mean = tools.local("mean", rest, div(sum(over, x(...at)), elements))(...rest);
    const squares = div(sum(over, square(sub(x(...at), mean))), elements);
    const variance = tools.local("variance", rest, squares)(...rest);
    const factor = tools.local("factor", rest, inverseRoot(variance, eps));
    const own = out.slice(from);
    const y = mul(sub(x(...out), mean), factor(...rest));
    return affine(y, scale?.(...own), bias?.(...own));
  },

  samples: [
    { inputs: { x: [3, 2, 5], scale: [5], bias: [5] } },
    { inputs: { x: [2, 3, 4] }, attrs: { axis: 1, eps: 0.1 } },
  ],
});

/** y = x / √(mean x² + ε) · scale, with the mean over the axes from `axis` on. */
export const rmsNorm = defineOp({
  name: "rmsNorm",
  onnx: "RMSNormalization",
  summary: "Divides each sample by its root mean square over the axes from one on",
  formula: "y[…,r] = x[…,r] / √(1/R · Σ s x[…,s]² + ε) · scale[r]",
  inputs: { x: "...", "scale?": "..." },
  output: "...",
  attrs,
  sizes: ({ x, scale }, { axis }) => checked(x, axis, { scale }),

  define({ x, scale }, { axis, eps }, out, tools) {
    const from = axisOf(axis, x.shape.length);
    const { rest, over, at, elements } = group(x, from, out);
    const squares = div(sum(over, square(x(...at))), elements);
    const meanSquare = tools.local("meanSquare", rest, squares)(...rest);
    const factor = tools.local("factor", rest, inverseRoot(meanSquare, eps));
    return affine(mul(x(...out), factor(...rest)), scale?.(...out.slice(from)));
  },

  samples: [
    { inputs: { x: [3, 2, 5], scale: [5] } },
    { inputs: { x: [2, 3, 4], scale: [3, 4] }, attrs: { axis: 1 } },
  ],
});

/** 1 / √(a + ε) */
export const inverseRoot = (a: Expr, eps: number): Expr =>
  div(one, unary("sqrt", add(a, number(eps))));

/** x · scale + bias, as far as they are given. */
export function affine(x: Expr, scale?: Expr, bias?: Expr): Expr {
  const scaled = scale ? mul(x, scale) : x;
  return bias ? add(scaled, bias) : scaled;
}

function group(x: Operand, from: number, out: Operand["axes"]) {
  const axes = x.shape.map((_, d) => d).slice(from);
  const rest = out.slice(0, from);
  return { rest, elements: count(x.tensor, axes), ...spanning(x.shape, axes, rest, false) };
}

function checked(
  x: readonly number[],
  axis: number,
  given: { readonly [name: string]: readonly number[] | undefined },
): readonly number[] {
  const own = x.slice(axisOf(axis, x.length));
  for (const [name, shape] of Object.entries(given))
    if (shape && shape.join() !== own.join())
      refuse(
        "KS201",
        `${name} has the shape [${shape.join(", ")}], x ends in [${own.join(", ")}]`,
        {
          fix: `Give ${name} the shape [${own.join(", ")}].`,
        },
      );
  return x;
}
