import { refuse } from "../diagnostics.ts";
import { constant, digits, type Index, linear } from "../tensor/axis.ts";
import { choice, integer } from "./attributes.ts";
import { defineOp } from "./define.ts";

const facts = { inputs: { x: "n c h w" }, output: "n m p q" } as const;
const attrs = { factor: integer(undefined, 1), order: choice(["crd", "dcr"], "crd") };

/**
 * Channels become pixels: ONNX `DepthToSpace`. With p = h·f + i, q = w·f + j and M channels left,
 *
 *   crd  y[n,m,p,q] = x[n, (m·f + i)·f + j, h, w]      dcr  y[n,m,p,q] = x[n, (i·f + j)·M + m, h, w]
 */
export const pixelShuffle = defineOp({
  name: "pixelShuffle",
  onnx: "DepthToSpace",
  summary: "f² channels become f × f pixels: sub-pixel upscaling",
  formula: "y[n, m, h·f+i, w·f+j] = x[n, (m·f+i)·f+j, h, w]   (order dcr: x[n, (i·f+j)·M+m, h, w])",
  ...facts,
  attrs,

  sizes({ x }, { factor }) {
    if (x.c % factor ** 2 !== 0) refuse("KS204", `${factor}² does not divide ${x.c} channels`);
    return { n: x.n, m: x.c / factor ** 2, p: x.h * factor, q: x.w * factor };
  },

  define({ x }, { factor, order }, { n, m, p, q }) {
    const channel = joined(order, m.size, factor, m, p.modulo(factor), q.modulo(factor));
    return x(n, channel, p.over(factor), q.over(factor));
  },

  samples: [
    { inputs: { x: [2, 8, 2, 3] }, attrs: { factor: 2 } },
    { inputs: { x: [1, 18, 2, 1] }, attrs: { factor: 3, order: "dcr" } },
  ],
});

/** Pixels become channels: ONNX `SpaceToDepth`, the inverse of `pixelShuffle`. */
export const pixelUnshuffle = defineOp({
  name: "pixelUnshuffle",
  onnx: "SpaceToDepth",
  summary: "f × f pixels become f² channels",
  formula: "y[n, (m·f+i)·f+j, h, w] = x[n, m, h·f+i, w·f+j]   (order dcr: y[n, (i·f+j)·M+m, h, w])",
  ...facts,
  attrs,

  sizes({ x }, { factor }) {
    if (x.h % factor !== 0 || x.w % factor !== 0)
      refuse("KS204", `${factor} does not divide ${x.h} × ${x.w}`);
    return { n: x.n, m: x.c * factor ** 2, p: x.h / factor, q: x.w / factor };
  },

  define({ x }, { factor, order }, { n, m, p, q }) {
    const [c, i, j] = split(order, m, x.axes.c.size, factor);
    return x(n, c, p.times(factor).plus(i), q.times(factor).plus(j));
  },

  samples: [
    { inputs: { x: [2, 2, 4, 6] }, attrs: { factor: 2 } },
    { inputs: { x: [1, 3, 3, 6] }, attrs: { factor: 3, order: "dcr" } },
  ],
});

/** y[n, i·G + g] = x[n, g·(C/G) + i]: the channels of each group are dealt out to all. */
export const channelShuffle = defineOp({
  name: "channelShuffle",
  summary: "The channels of each group dealt out to all, as in ShuffleNet",
  formula: "y[n, i·G + g, h, w] = x[n, g·(C/G) + i, h, w]",
  inputs: { x: "n c h w" },
  output: "n c h w",
  attrs: { groups: integer(undefined, 1) },

  sizes({ x }, { groups }) {
    if (x.c % groups !== 0) refuse("KS204", `groups = ${groups} does not divide ${x.c} channels`);
    return x;
  },

  define: ({ x }, { groups }, { n, c, h, w }) =>
    x(
      n,
      c
        .modulo(groups)
        .times(c.size / groups)
        .plus(c.over(groups)),
      h,
      w,
    ),

  samples: [{ inputs: { x: [2, 6, 2, 2] }, attrs: { groups: 2 } }],
});

/** The channel that m and a place (i, j) in an f × f square stand for. */
const joined = (order: "crd" | "dcr", m: number, f: number, ...at: [Index, Index, Index]): Index =>
  order === "crd" ? linear(at, [m, f, f]) : linear([at[1], at[2], at[0]], [f, f, m]);

/** The inverse of `joined`. */
function split(order: "crd" | "dcr", at: Index, m: number, f: number): [Index, Index, Index] {
  const [a, b, c] = digits(at, order === "crd" ? [m, f, f] : [f, f, m]);
  const of = (digit: Index | undefined): Index => digit ?? constant(0);
  return order === "crd" ? [of(a), of(b), of(c)] : [of(c), of(a), of(b)];
}
