import { refuse } from "../diagnostics.ts";
import { type Axis, digits, type Index, linear } from "../tensor/axis.ts";
import { integers } from "./attributes.ts";
import { axesOf } from "./axes.ts";
import { defineOp } from "./define.ts";

const facts = { inputs: { x: "..." }, output: "..." } as const;

/** The same elements in the same order under another shape. */
export const reshape = defineOp({
  name: "reshape",
  onnx: "Reshape",
  summary: "The same elements in another shape; one size may be −1, for whatever remains",
  formula: "y[…] = x[digits of the position]",
  ...facts,
  attrs: { shape: integers() },

  sizes({ x }, { shape }) {
    const total = product(x);
    const known = product(shape.filter((size) => size !== -1));
    const found = shape.map((size) => (size === -1 ? total / known : size));
    const open = shape.filter((size) => size === -1).length;
    if (open > 1 || product(found) !== total || !found.every(Number.isInteger))
      refuse(
        "KS207",
        `[${x.join(", ")}] has ${total} elements, [${shape.join(", ")}] ${open === 0 ? `has ${known}` : "cannot have as many"}`,
      );
    return found;
  },

  define: ({ x }, _, out) => x(...regrouped(out, x.shape)),

  samples: [
    { inputs: { x: [2, 3, 4] }, attrs: { shape: [2, 2, -1] } },
    { inputs: { x: [2, 6, 5] }, attrs: { shape: [2, 2, 3, 5] } },
    { inputs: { x: [2, 2, 3, 5] }, attrs: { shape: [2, 1, 6, 5] } },
    { inputs: { x: [4] }, attrs: { shape: [2, 2] } },
  ],
});

export const squeeze = defineOp({
  name: "squeeze",
  onnx: "Squeeze",
  summary: "Axes of size 1 taken away",
  formula: "y[…] = x[…,0,…]",
  ...facts,
  attrs: { axes: integers() },

  sizes({ x }, attrs) {
    const axes = axesOf(attrs.axes, x.length);
    const long = axes.find((axis) => x[axis] !== 1);
    if (long !== undefined) refuse("KS207", `axis ${long} has ${x[long]} elements, not one`);
    return x.filter((_, d) => !axes.includes(d));
  },

  define: ({ x }, _, out) => x(...regrouped(out, x.shape)),
  samples: [{ inputs: { x: [2, 1, 3, 1] }, attrs: { axes: [1, -1] } }],
});

export const unsqueeze = defineOp({
  name: "unsqueeze",
  onnx: "Unsqueeze",
  summary: "Axes of size 1 put in; they are counted in the result",
  formula: "y[…,0,…] = x[…]",
  ...facts,
  attrs: { axes: integers() },

  sizes({ x }, attrs) {
    const axes = axesOf(attrs.axes, x.length + attrs.axes.length);
    const rest = [...x];
    return Array.from({ length: x.length + axes.length }, (_, d) =>
      axes.includes(d) ? 1 : (rest.shift() ?? 1),
    );
  },

  define: ({ x }, _, out) => x(...regrouped(out, x.shape)),
  samples: [{ inputs: { x: [2, 3] }, attrs: { axes: [1, -1] } }],
});

/**
 * Where in a tensor of `shape` the element at `at` of the reshaped one lies. Sizes are matched from
 * the front in the smallest groups of equal product, so that an axis that stays stays itself.
 */
function regrouped(at: readonly Axis[], shape: readonly number[]): readonly Index[] {
  const found: Index[] = [];
  let next = 0;
  for (let d = 0; d < shape.length;) {
    const same = at[next];
    if (same && same.size === shape[d]) {
      found.push(same);
      next++;
      d++;
      continue;
    }
    const group = [shape[d++] ?? 1];
    const axes: Axis[] = [];
    for (;;) {
      const [own, made] = [product(group), product(axes.map((axis) => axis.size))];
      const axis = at[next];
      if (own === made) break;
      if (own < made) group.push(shape[d++] ?? 1);
      else if (axis) {
        if (axis.size > 1) axes.push(axis);
        next++;
      }
    }
    const position = linear(
      axes,
      axes.map((axis) => axis.size),
    );
    found.push(...digits(position, group));
  }
  return found;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
