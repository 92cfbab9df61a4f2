import { Axis } from "../tensor/axis.ts";
import { greatest } from "../tensor/expr.ts";
import { flag, pair, sides } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { pooled, tap } from "./windows.ts";

/**
 * Max pooling: ONNX `MaxPool`. Padding never wins; the first of equal elements, in scan order, is
 * owed the whole gradient, as PyTorch has it.
 *
 *   y[n,c,p,q] = max r,s  x[n, c, p·sy + r·dy − py, q·sx + s·dx − px]      (outside x: −∞)
 */
export const maxPool2d = defineOp({
  name: "maxPool2d",
  short: "pool",
  onnx: "MaxPool",
  summary: "The greatest element of each window",
  formula: "y[n,c,p,q] = max r,s x[n, c, p·sy+r·dy−py, q·sx+s·dx−px]   (outside x: −∞)",
  inputs: { x: "n c h w" },
  output: "n c p q",
  attrs: {
    kernel: pair(undefined, 1),
    stride: pair([1, 1], 1),
    padding: sides(),
    dilation: pair([1, 1], 1),
    ceil: flag(false),
  },

  sizes: ({ x }, attrs) => pooled(x, attrs),

  define({ x }, attrs, { n, c, p, q }) {
    const r = new Axis("r", attrs.kernel[0]);
    const s = new Axis("s", attrs.kernel[1]);
    return greatest([r, s], x.beyond(-Infinity, n, c, tap(p, r, 0, attrs), tap(q, s, 1, attrs)));
  },

  samples: [
    { inputs: { x: [2, 3, 6, 4] }, attrs: { kernel: [2, 2], stride: [2, 2] } },
    {
      inputs: { x: [1, 2, 7, 6] },
      attrs: { kernel: [3, 2], stride: [2, 1], padding: [1, 1, 1, 0] },
    },
    {
      inputs: { x: [1, 2, 7, 8] },
      attrs: { kernel: [2, 3], stride: [2, 2], dilation: [2, 2], ceil: true },
    },
  ],
});
