import { invariant, refuse } from "../diagnostics.ts";
import { Axis } from "../tensor/axis.ts";
import { div, type Expr, mul, number, square, sub, sum } from "../tensor/expr.ts";
import { integer, real } from "./attributes.ts";
import { defineOp, type Operand, type Tools } from "./define.ts";
import { affine, inverseRoot } from "./layer-norm.ts";

const inputs = { x: "...", "scale?": "c", "bias?": "c" } as const;
type Affine = {
  readonly scale?: Operand<"c"> | undefined;
  readonly bias?: Operand<"c"> | undefined;
};

/** y[n,c,…] = (x[n,c,…] − μ[n,g]) / √(σ²[n,g] + ε) · scale[c] + bias[c], with g = ⌊c / (C/G)⌋ */
export const groupNorm = defineOp({
  name: "groupNorm",
  onnx: "GroupNormalization",
  summary: "Normalises each group of channels of each sample",
  formula:
    "y[n,c,…] = (x[n,c,…] − μ[n,g]) / √(σ²[n,g] + ε) · scale[c] + bias[c], with g = ⌊c/(C/G)⌋",
  inputs,
  output: "...",
  attrs: { groups: integer(undefined, 1), eps: real(1e-5) },

  sizes({ x, scale, bias }, { groups }) {
    const channels = channelsOf(x, { scale: scale?.c, bias: bias?.c });
    if (channels % groups !== 0)
      refuse("KS204", `groups = ${groups} does not divide ${channels} channels`);
    return x;
  },

  define: ({ x, ...more }, attrs, out, tools) => normalised(x, more, attrs, out, tools),

  samples: [
    { inputs: { x: [2, 4, 3, 2], scale: [4], bias: [4] }, attrs: { groups: 2 } },
    { inputs: { x: [2, 4, 3] }, attrs: { groups: 1 } },
  ],
});

/** Group norm with a group for each channel: ONNX `InstanceNormalization`. */
export const instanceNorm = defineOp({
  name: "instanceNorm",
  onnx: "InstanceNormalization",
  summary: "Normalises each channel of each sample",
  formula: "y[n,c,…] = (x[n,c,…] − μ[n,c]) / √(σ²[n,c] + ε) · scale[c] + bias[c]",
  inputs,
  output: "...",
  attrs: { eps: real(1e-5) },
  sizes: ({ x, scale, bias }) => (channelsOf(x, { scale: scale?.c, bias: bias?.c }), x),
  define: ({ x, ...more }, { eps }, out, tools) =>
    normalised(x, more, { groups: x.shape[1] ?? 1, eps }, out, tools),
  samples: [{ inputs: { x: [2, 3, 3, 2], scale: [3], bias: [3] } }, { inputs: { x: [2, 2, 4] } }],
});

function normalised(
  x: Operand,
  { scale, bias }: Affine,
  { groups, eps }: { readonly groups: number; readonly eps: number },
  out: readonly Axis[],
  tools: Tools,
): Expr {
  const [n, c] = out;
  invariant(n && c, "sizes checked that x has channels");
  const g = new Axis("g", groups);
  const k = new Axis("k", c.size / groups);
  const over = [k, ...x.axes.slice(2)];
  const element = x(n, g.times(k.size).plus(k), ...x.axes.slice(2));
  const elements = number(over.reduce((product, axis) => product * axis.size, 1));
  const mean = tools.local("mean", [n, g], div(sum(over, element), elements));
  const squares = div(sum(over, square(sub(element, mean(n, g)))), elements);
  const variance = tools.local("variance", [n, g], squares)(n, g);
  const factor = tools.local("factor", [n, g], inverseRoot(variance, eps));
  const own = c.over(k.size);
  const y = mul(sub(x(...out), mean(n, own)), factor(n, own));
  return affine(y, scale?.(c), bias?.(c));
}

function channelsOf(
  x: readonly number[],
  given: { readonly [name: string]: number | undefined },
): number {
  const [, channels] = x;
  if (channels === undefined)
    refuse("KS202", `x has the shape [${x.join(", ")}], but needs samples and channels`);
  for (const [name, size] of Object.entries(given))
    if (size !== undefined && size !== channels)
      refuse("KS201", `x has ${channels} channels, ${name} has ${size}`);
  return channels;
}
