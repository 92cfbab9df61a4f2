import { refuse } from "../diagnostics.ts";
import type { Piece } from "../tensor/program.ts";
import { integer } from "./attributes.ts";
import { axisOf } from "./axes.ts";
import { defineOp } from "./define.ts";

/** y[…, sizes before j + k, …] = xs[j][…, k, …] */
export const concat = defineOp({
  name: "concat",
  onnx: "Concat",
  summary: "Tensors one after the other along an axis",
  formula: "y[…, K₀ + … + Kⱼ₋₁ + k, …] = xs[j][…, k, …]",
  inputs: { "xs*": "..." },
  output: "...",
  attrs: { axis: integer(1) },

  sizes({ xs }, attrs) {
    const [first = [], ...rest] = xs;
    const axis = axisOf(attrs.axis, first.length);
    for (const x of rest)
      if (x.length !== first.length || x.some((size, d) => d !== axis && size !== first[d]))
        refuse("KS201", `the shapes differ elsewhere than at axis ${axis}`, {
          notes: xs.map((x) => `[${x.join(", ")}]`),
        });
    const total = xs.reduce((sum, x) => sum + (x[axis] ?? 0), 0);
    return first.map((size, d) => (d === axis ? total : size));
  },

  define({ xs }, attrs, out) {
    const axis = axisOf(attrs.axis, out.length);
    let start = 0;
    return xs.map((x): Piece => {
      const axes = out.map((own, d) => (d === axis ? (x.axes[d] ?? own) : own));
      const from = start;
      start += x.shape[axis] ?? 0;
      return { axes, at: axes.map((k, d) => (d === axis ? k.plus(from) : k)), body: x(...axes) };
    });
  },

  samples: [
    {
      inputs: {
        xs: [
          [2, 3, 2],
          [2, 1, 2],
          [2, 2, 2],
        ],
      },
    },
    {
      inputs: {
        xs: [
          [2, 3],
          [2, 4],
        ],
      },
      attrs: { axis: -1 },
    },
    { inputs: { xs: [[2, 3]] } },
  ],
});
