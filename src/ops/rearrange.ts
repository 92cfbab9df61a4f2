import { refuse } from "../diagnostics.ts";
import { integers } from "./attributes.ts";
import { axesOf } from "./axes.ts";
import { broadcast, broadcastShape } from "./broadcast.ts";
import { defineOp } from "./define.ts";
import { pieces, type Segment, whole } from "./segments.ts";

const facts = { inputs: { x: "..." }, output: "..." } as const;

/** y[i, j, …] = x with its axes in another order: axis d of y is axis order[d] of x. */
export const transpose = defineOp({
  name: "transpose",
  onnx: "Transpose",
  summary: "Axes in another order; none given means reversed",
  formula: "y[i₀,i₁,…] = x[…], where axis order[d] of x is iₔ",
  ...facts,
  attrs: { order: integers([]) },

  sizes({ x }, { order }) {
    if (order.length > 0 && order.length !== x.length)
      refuse("KS206", `order has ${order.length} axes, x has ${x.length}`);
    return orderOf(order, x.length).map((axis) => x[axis] ?? 1);
  },

  define({ x }, { order }, out) {
    const from = orderOf(order, x.shape.length);
    return x(...x.axes.map((own, d) => out[from.indexOf(d)] ?? own));
  },

  samples: [
    { inputs: { x: [2, 3, 4] }, attrs: { order: [0, 2, 1] } },
    { inputs: { x: [2, 3, 4] } },
    { inputs: { x: [2, 3, 1, 2] }, attrs: { order: [0, -1, 1, 2] } },
  ],
});

const orderOf = (order: readonly number[], rank: number): readonly number[] =>
  order.length > 0 ? axesOf(order, rank) : axesOf([], rank).map((d) => rank - 1 - d);

/** y[…] = x broadcast to a shape. */
export const expand = defineOp({
  name: "expand",
  onnx: "Expand",
  summary: "Axes of size 1 repeated, and axes put in front, until the shape is reached",
  formula: "y[…,i,…] = x[…,0,…] along axes of size 1",
  ...facts,
  attrs: { shape: integers() },
  sizes: ({ x }, { shape }) => broadcastShape({ x, shape }),
  define: ({ x }, _, out) => broadcast(x, out),
  samples: [
    { inputs: { x: [2, 1, 4] }, attrs: { shape: [2, 3, 4] } },
    { inputs: { x: [3, 1] }, attrs: { shape: [2, 1, 4] } },
  ],
});

/** y[…,i,…] = x[…, i mod H, …] */
export const tile = defineOp({
  name: "tile",
  onnx: "Tile",
  summary: "The whole tensor repeated along axes",
  formula: "y[…,i,…] = x[…, i mod H, …]",
  ...facts,
  attrs: { repeats: integers() },

  sizes({ x }, { repeats }) {
    if (repeats.length !== x.length)
      refuse("KS102", `repeats has ${repeats.length} numbers, x has ${x.length} axes`);
    return x.map((size, d) => size * (repeats[d] ?? 1));
  },

  define: ({ x }, { repeats }, out) =>
    x(...out.map((i, d) => (repeats[d] === 1 ? i : i.modulo(x.shape[d] ?? 1)))),
  samples: [{ inputs: { x: [2, 2, 3] }, attrs: { repeats: [1, 2, 3] } }],
});

/** y[…,i,…] = x[…, H − 1 − i, …] */
export const flip = defineOp({
  name: "flip",
  summary: "Axes run backwards",
  formula: "y[…,i,…] = x[…, H − 1 − i, …]",
  ...facts,
  attrs: { axes: integers() },
  sizes: ({ x }, { axes }) => (axesOf(axes, x.length), x),

  define({ x }, attrs, out) {
    const axes = axesOf(attrs.axes, out.length);
    return x(...out.map((i, d) => (axes.includes(d) ? i.times(-1).plus(i.size - 1) : i)));
  },

  samples: [{ inputs: { x: [2, 3, 4] }, attrs: { axes: [1, -1] } }],
});

/** y[…,i,…] = x[…, (i − shift) mod H, …]: what leaves at one end comes in at the other. */
export const roll = defineOp({
  name: "roll",
  summary: "Moved along axes; what leaves at one end comes in at the other",
  formula: "y[…,i,…] = x[…, (i − shift) mod H, …]",
  ...facts,
  attrs: { axes: integers(), shifts: integers() },

  sizes({ x }, { axes, shifts }) {
    axesOf(axes, x.length);
    if (axes.length !== shifts.length)
      refuse("KS102", `shifts has ${shifts.length} numbers for ${axes.length} axes`);
    return x;
  },

  define({ x }, { axes, shifts }, out) {
    const segments = x.shape.map(whole);
    for (const [k, axis] of axesOf(axes, x.shape.length).entries()) {
      const size = x.shape[axis] ?? 1;
      segments[axis] = rolled(size, (((shifts[k] ?? 0) % size) + size) % size);
    }
    return pieces(out, segments, (from) => x(...from));
  },

  samples: [
    { inputs: { x: [2, 5, 3] }, attrs: { axes: [1], shifts: [2] } },
    { inputs: { x: [2, 4, 3] }, attrs: { axes: [1, 2], shifts: [-1, 3] } },
  ],
});

const rolled = (size: number, shift: number): readonly Segment[] => [
  { size: shift, from: (i) => i.plus(size - shift) },
  { size: size - shift, from: (i) => i },
];
