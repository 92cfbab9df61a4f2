import { refuse } from "../diagnostics.ts";
import { digits } from "../tensor/axis.ts";
import { integer } from "./attributes.ts";
import { defineOp } from "./define.ts";

/** The axes from `axis` on made one: ONNX `Flatten`, but the axes before it stay apart. */
export const flatten = defineOp({
  name: "flatten",
  onnx: "Flatten",
  summary: "Makes the axes from one on into a single one",
  formula: "y[…,k] = x[…, digits of k]",
  inputs: { x: "..." },
  output: "...",
  attrs: { axis: integer(1, 0) },

  sizes({ x }, { axis }) {
    if (axis > x.length) refuse("KS206", `axis ${axis} is none of the ${x.length} axes`);
    return [...x.slice(0, axis), x.slice(axis).reduce((a, b) => a * b, 1)];
  },

  define({ x }, { axis }, at) {
    const k = at[axis] ?? at[at.length - 1];
    return x(...at.slice(0, axis), ...(k ? digits(k, x.shape.slice(axis)) : []));
  },

  samples: [{ inputs: { x: [2, 3, 4, 2] } }, { inputs: { x: [2, 3, 2] }, attrs: { axis: 0 } }],
});
