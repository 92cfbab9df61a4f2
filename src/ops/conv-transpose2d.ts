import { refuse } from "../diagnostics.ts";
import { Axis } from "../tensor/axis.ts";
import { add, divides, guard, mul, sum } from "../tensor/expr.ts";
import { integer, pair, sides } from "./attributes.ts";
import { defineOp } from "./define.ts";

/**
 * Transposed convolution: ONNX `ConvTranspose`, the adjoint of `conv2d`. With G groups of K inputs
 * and M outputs each, g = ⌊m/M⌋ and k counting the inputs of g,
 *
 *   y[n,m,p,q] = bias[m] + Σ k,r,s  x[n, g·K + k, (p + py − r·dy)/sy, (q + px − s·dx)/sx] · w[g·K + k, m mod M, r, s]
 *
 * over the taps whose quotients are whole.
 */
export const convTranspose2d = defineOp({
  name: "convTranspose2d",
  short: "convTranspose",
  onnx: "ConvTranspose",
  summary: "Transposed convolution with stride, padding, output padding, dilation and groups",
  formula:
    "y[n,m,p,q] = bias[m] + Σ k,r,s x[n, g·K+k, (p+py−r·dy)/sy, (q+px−s·dx)/sx] · w[g·K+k, m mod M, r, s]   (whole quotients only)",
  inputs: { x: "n c h w", w: "c o r s", "bias?": "m" },
  output: "n m p q",
  attrs: {
    stride: pair([1, 1], 1),
    padding: sides(),
    outputPadding: pair([0, 0], 0),
    dilation: pair([1, 1], 1),
    groups: integer(1, 1),
  },

  sizes({ x, w, bias }, { stride, padding, outputPadding, dilation, groups }) {
    if (x.c % groups !== 0) refuse("KS204", `groups = ${groups} does not divide ${x.c} channels`);
    const m = w.o * groups;
    if (bias && bias.m !== m)
      refuse("KS201", `bias has ${bias.m} elements, there are ${m} filters`, {
        fix: `Give bias the shape [${m}].`,
      });
    const extent = (size: number, taps: number, d: 0 | 1) =>
      (size - 1) * stride[d] -
      (padding[d] + padding[d === 0 ? 2 : 3]) +
      dilation[d] * (taps - 1) +
      outputPadding[d] +
      1;
    return { n: x.n, m, p: extent(x.h, w.r, 0), q: extent(x.w, w.s, 1) };
  },

  define({ x, w, bias }, { stride, padding, dilation, groups }, { n, m, p, q }) {
    const { c, o, r, s } = w.axes;
    const k = new Axis("k", c.size / groups);
    const channel = m.over(o.size).times(k.size).plus(k);
    const row = p.plus(padding[0]).minus(r.times(dilation[0]));
    const col = q.plus(padding[1]).minus(s.times(dilation[1]));
    const whole = [divides(stride[0], row), divides(stride[1], col)].filter(
      (_, d) => stride[d] !== 1,
    );
    const at = [row.over(stride[0]), col.over(stride[1])] as const;
    const product = mul(x(n, channel, ...at), w(channel, m.modulo(o.size), r, s));
    const dot = sum([k, r, s], guard(whole, product));
    return bias ? add(bias(m), dot) : dot;
  },

  samples: [
    { inputs: { x: [2, 3, 3, 2], w: [3, 2, 2, 3], bias: [2] } },
    {
      inputs: { x: [1, 2, 3, 4], w: [2, 2, 3, 3] },
      attrs: { stride: [2, 3], padding: [1, 1, 1, 0], outputPadding: [1, 0] },
    },
    {
      inputs: { x: [1, 4, 3, 3], w: [4, 2, 3, 2], bias: [4] },
      attrs: { stride: [2, 2], groups: 2, dilation: [2, 1], padding: [1, 0, 1, 0] },
    },
  ],
});
