import { linear } from "../tensor/axis.ts";
import { less, mul, number, random, where, zero } from "../tensor/expr.ts";
import { realWithin } from "./attributes.ts";
import { defineOp } from "./define.ts";

/**
 * y = x at inference. In training y = u < p ? 0 : x / (1 − p), with u drawn from [0, 1) by the step, the
 * node and the position of the element: the backward pass draws the same.
 */
export const dropout = defineOp({
  name: "dropout",
  onnx: "Dropout",
  summary: "In training, sets a share of the elements to 0 and scales the others up; else nothing",
  formula: "y = x; in training y = u < p ? 0 : x / (1 − p), with u uniform in [0, 1)",
  inputs: { x: "..." },
  output: "...",
  attrs: { p: realWithin(0.5, 0, 1) },
  sizes: ({ x }) => x,
  define: ({ x }, _, at) => x(...at),

  training({ x }, { p }, at, tools) {
    const drawn = random(tools.seed, linear(at, x.shape));
    return where(less(drawn, number(p)), zero, mul(x(...at), number(1 / (1 - p))));
  },

  samples: [{ inputs: { x: [3, 4, 5] } }, { inputs: { x: [3, 7] }, attrs: { p: 0.2 } }],
});
