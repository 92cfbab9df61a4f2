import { refuse } from "../diagnostics.ts";
import { constant } from "../tensor/axis.ts";
import { choice, integers, real } from "./attributes.ts";
import { defineOp } from "./define.ts";
import { pieces, type Segment } from "./segments.ts";

type Mode = "constant" | "reflect" | "edge" | "wrap";

/**
 * Elements added before and after each axis; negative numbers take away. Constant padding is a read
 * outside of x, the others are pieces that each read x in one direction:
 *
 *   constant  value      reflect  x[B − i]  x[H − 2 − i]      edge  x[0]  x[H − 1]      wrap  x[H − B + i]  x[i]
 */
export const pad = defineOp({
  name: "pad",
  onnx: "Pad",
  summary:
    "Elements added at the ends of axes: a constant, a reflection, the edge or the other end",
  formula: "y[…,i,…] = x[…, i − before, …], outside of x as the mode says",
  inputs: { x: "..." },
  output: "...",
  attrs: {
    before: integers(),
    after: integers(),
    mode: choice(["constant", "reflect", "edge", "wrap"], "constant"),
    value: real(0),
  },

  sizes({ x }, { before, after, mode }) {
    for (const [name, list] of Object.entries({ before, after }))
      if (list.length !== x.length)
        refuse("KS102", `${name} has ${list.length} numbers, x has ${x.length} axes`);
    return x.map((size, d) => {
      const [b, a] = [before[d] ?? 0, after[d] ?? 0];
      const most = mode === "reflect" ? size - 1 : mode === "wrap" ? size : Infinity;
      if (Math.max(a, b) > most)
        refuse(
          "KS203",
          `${mode} padding by ${Math.max(a, b)} has only ${most} elements to take from`,
        );
      return size + b + a;
    });
  },

  define({ x }, { before, after, mode, value }, out) {
    if (mode === "constant") return x.beyond(value, ...out.map((i, d) => i.minus(before[d] ?? 0)));
    const segments = x.shape.map((size, d) =>
      segmentsOf(mode, size, before[d] ?? 0, after[d] ?? 0),
    );
    return pieces(out, segments, (from) => x(...from));
  },

  samples: [
    { inputs: { x: [2, 3, 4] }, attrs: { before: [0, 1, 2], after: [0, 0, 1], value: 0.5 } },
    { inputs: { x: [2, 5, 4] }, attrs: { before: [0, -1, 1], after: [0, 2, -2] } },
    { inputs: { x: [1, 4, 5] }, attrs: { before: [0, 2, 1], after: [0, 1, 3], mode: "reflect" } },
    { inputs: { x: [1, 3, 4] }, attrs: { before: [0, 2, 1], after: [0, 1, -1], mode: "edge" } },
    { inputs: { x: [1, 3, 4] }, attrs: { before: [0, 2, -1], after: [0, 3, 1], mode: "wrap" } },
  ],
});

function segmentsOf(
  mode: Exclude<Mode, "constant">,
  size: number,
  before: number,
  after: number,
): readonly Segment[] {
  const kept = size + Math.min(0, before) + Math.min(0, after);
  const middle: Segment = { size: kept, from: (i) => i.plus(Math.max(0, -before)) };
  const ends: { readonly [M in typeof mode]: readonly [Segment["from"], Segment["from"]] } = {
    reflect: [(i) => i.times(-1).plus(before), (i) => i.times(-1).plus(size - 2)],
    edge: [() => constant(0), () => constant(size - 1)],
    wrap: [(i) => i.plus(size - before), (i) => i],
  };
  const [first, last] = ends[mode];
  return [
    { size: Math.max(0, before), from: first },
    middle,
    { size: Math.max(0, after), from: last },
  ];
}
