import { refuse } from "../diagnostics.ts";
import { add, mul, sum } from "../tensor/expr.ts";
import { integer, pair, sides } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { extent, tap } from "./windows.ts";

/**
 * Two-dimensional cross-correlation: ONNX `Conv`.
 *
 *   y[n,m,p,q] = bias[m] + Σ k,r,s  x[n, g·K + k, p·sy + r·dy − py, q·sx + s·dx − px] · w[m,k,r,s]
 *
 * with g = ⌊m / (M/G)⌋ the group of filter m. A read outside x is worth 0, so padding is no case of
 * its own; G = C is depthwise.
 */
export const conv2d = defineOp({
  name: "conv2d",
  short: "conv",
  onnx: "Conv",
  summary: "Two-dimensional cross-correlation with stride, padding, dilation and groups",
  formula: "y[n,m,p,q] = bias[m] + Σ k,r,s x[n, g·K+k, p·sy+r·dy−py, q·sx+s·dx−px] · w[m,k,r,s]",
  inputs: { x: "n c h w", w: "m k r s", "bias?": "m" },
  output: "n m p q",
  attrs: {
    stride: pair([1, 1], 1),
    padding: sides(),
    dilation: pair([1, 1], 1),
    groups: integer(1, 1),
  },

  sizes({ x, w }, attrs) {
    const { groups } = attrs;
    if (x.c % groups !== 0 || w.m % groups !== 0)
      refuse(
        "KS204",
        `groups = ${groups} divides neither or only one of ${x.c} channels and ${w.m} filters`,
        { fix: "Choose groups that divide both." },
      );
    if (w.k !== x.c / groups)
      refuse(
        "KS201",
        `w reads ${w.k} channels a group, x has ${x.c} / ${groups} = ${x.c / groups}`,
        {
          fix: `Give w the shape [${w.m}, ${x.c / groups}, ${w.r}, ${w.s}].`,
        },
      );
    return { n: x.n, m: w.m, p: extent(x.h, w.r, 0, attrs), q: extent(x.w, w.s, 1, attrs) };
  },

  define({ x, w, bias }, attrs, { n, m, p, q }) {
    const { k, r, s } = w.axes;
    const group = m.over(m.size / attrs.groups);
    const channel = group.times(k.size).plus(k);
    const dot = sum(
      [k, r, s],
      mul(x(n, channel, tap(p, r, 0, attrs), tap(q, s, 1, attrs)), w(m, k, r, s)),
    );
    return bias ? add(bias(m), dot) : dot;
  },

  samples: [
    { inputs: { x: [2, 3, 5, 6], w: [4, 3, 3, 2], bias: [4] } },
    {
      inputs: { x: [1, 2, 7, 6], w: [3, 2, 3, 3] },
      attrs: { stride: [2, 3], padding: [1, 1, 1, 1] },
    },
    {
      inputs: { x: [1, 2, 7, 8], w: [2, 2, 2, 3] },
      attrs: { dilation: [2, 3], padding: [2, 1, 0, 3] },
    },
    {
      inputs: { x: [2, 4, 5, 5], w: [6, 2, 3, 3], bias: [6] },
      attrs: { groups: 2, padding: [1, 1, 1, 1] },
    },
    {
      inputs: { x: [1, 4, 6, 6], w: [4, 1, 3, 3] },
      attrs: { groups: 4, stride: [2, 2], padding: [1, 1, 1, 1] },
    },
  ],
});
