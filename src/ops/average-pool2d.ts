import { Axis, type Index } from "../tensor/axis.ts";
import { div, type Expr, index, max, min, mul, number, sub, sum } from "../tensor/expr.ts";
import { flag, optionalInteger, pair, sides } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { pooled, tap } from "./windows.ts";

/**
 * Average pooling: ONNX `AveragePool`. The divisor counts the elements of the window that lie in x,
 * or in x and its padding; never those that only rounding up (`ceil`) brings in, as PyTorch has it.
 *
 *   y[n,c,p,q] = Σ r,s  x[n, c, p·sy + r − py, q·sx + s − px] / (rows(p) · cols(q))      (outside x: 0)
 */
export const averagePool2d = defineOp({
  name: "averagePool2d",
  short: "pool",
  onnx: "AveragePool",
  summary: "The mean of each window",
  formula: "y[n,c,p,q] = Σ r,s x[n, c, p·sy+r−py, q·sx+s−px] / (rows(p)·cols(q))   (outside x: 0)",
  inputs: { x: "n c h w" },
  output: "n c p q",
  attrs: {
    kernel: pair(undefined, 1),
    stride: pair([1, 1], 1),
    padding: sides(),
    dilation: pair([1, 1], 1),
    ceil: flag(false),
    countIncludePad: flag(true),
    divisor: optionalInteger(1),
  },

  sizes: ({ x }, attrs) => pooled(x, attrs),

  define({ x }, attrs, { n, c, p, q }) {
    const { kernel, padding, divisor, countIncludePad } = attrs;
    const [r, s] = [new Axis("r", kernel[0]), new Axis("s", kernel[1])];
    const total = sum([r, s], x(n, c, tap(p, r, 0, attrs), tap(q, s, 1, attrs)));
    if (divisor !== null) return div(total, number(divisor));
    const counted = (d: 0 | 1, at: Axis) => {
      const size = x.shape[d + 2] ?? 1;
      const [before, after] = countIncludePad ? [padding[d], padding[d === 0 ? 2 : 3]] : [0, 0];
      return inside(tap(at, 0, d, attrs), kernel[d], attrs.dilation[d], -before, size + after);
    };
    const [rows, cols] = [counted(0, p), counted(1, q)];
    return div(total, mul(rows, cols));
  },

  samples: [
    { inputs: { x: [2, 3, 6, 4] }, attrs: { kernel: [2, 2], stride: [2, 2] } },
    {
      inputs: { x: [1, 2, 7, 6] },
      attrs: { kernel: [3, 2], stride: [2, 1], padding: [1, 1, 1, 0], countIncludePad: false },
    },
    {
      inputs: { x: [1, 2, 6, 5] },
      attrs: { kernel: [3, 2], stride: [2, 2], padding: [1, 1, 1, 1], ceil: true },
    },
    { inputs: { x: [1, 1, 5, 5] }, attrs: { kernel: [2, 2], stride: [2, 2], divisor: 3 } },
    {
      inputs: { x: [1, 1, 7, 6] },
      attrs: { kernel: [3, 2], dilation: [2, 3], padding: [1, 1, 1, 1], countIncludePad: false },
    },
    {
      inputs: { x: [1, 1, 3, 2] },
      attrs: { kernel: [1, 2], dilation: [1, 3], padding: [0, 1, 0, 1], countIncludePad: false },
    },
  ],
});

/** How many of the taps start, start + step, … lie in [least, below): a number where it is one for all. */
function inside(start: Index, taps: number, step: number, least: number, below: number): Expr {
  const { range } = start;
  if (range.least >= least && range.most + (taps - 1) * step < below) return number(taps);
  if (step === 1)
    return sub(min(index(start.plus(taps)), number(below)), max(index(start), number(least)));
  // ⌈(below − start) / step⌉ taps begin before `below`, ⌈(least − start) / step⌉ before `least`;
  // where all of x lies between two taps there is nothing to take the mean of: 0 / 1
  const before = (end: number) =>
    index(
      start
        .times(-1)
        .plus(end + step - 1)
        .over(step),
    );
  const count = sub(min(before(below), number(taps)), max(before(least), number(0)));
  return max(count, number(1));
}
