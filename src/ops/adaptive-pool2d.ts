import { Axis, type Index } from "../tensor/axis.ts";
import {
  div,
  type Expr,
  greatest,
  index,
  less,
  mul,
  number,
  sub,
  sum,
  where,
  zero,
} from "../tensor/expr.ts";
import { pair } from "./attributes.ts";
import { defineOp, type Operand } from "./define.ts";

const facts = {
  inputs: { x: "n c h w" },
  output: "n c p q",
  attrs: { size: pair(undefined, 1) },
} as const;
const windows = "rows ⌊p·H/P⌋ to ⌈(p+1)·H/P⌉, columns alike";

/** y[n,c,p,q] = mean of the window that (p, q) of a P × Q grid covers */
export const adaptiveAveragePool2d = defineOp({
  name: "adaptiveAveragePool2d",
  short: "pool",
  summary: "The mean of each of P × Q windows that cover the input",
  formula: `y[n,c,p,q] = mean r,s x[n,c,r,s] over ${windows}`,
  ...facts,
  sizes: ({ x }, { size }) => ({ n: x.n, c: x.c, p: size[0], q: size[1] }),

  define({ x }, _, { n, c, p, q }) {
    const rows = window("r", x, 2, p);
    const cols = window("s", x, 3, q);
    const element = x(n, c, rows.at, cols.at);
    const total = sum([rows.tap, cols.tap], rows.only(cols.only(element, zero), zero));
    return div(total, mul(rows.length, cols.length));
  },

  samples: [
    { inputs: { x: [2, 3, 6, 4] }, attrs: { size: [3, 2] } },
    { inputs: { x: [1, 2, 7, 5] }, attrs: { size: [3, 2] } },
    { inputs: { x: [1, 2, 2, 3] }, attrs: { size: [3, 5] } },
  ],
});

/** y[n,c,p,q] = greatest of the window that (p, q) of a P × Q grid covers; the first wins a tie */
export const adaptiveMaxPool2d = defineOp({
  name: "adaptiveMaxPool2d",
  short: "pool",
  summary: "The greatest of each of P × Q windows that cover the input",
  formula: `y[n,c,p,q] = max r,s x[n,c,r,s] over ${windows}`,
  ...facts,
  sizes: ({ x }, { size }) => ({ n: x.n, c: x.c, p: size[0], q: size[1] }),

  define({ x }, _, { n, c, p, q }) {
    const rows = window("r", x, 2, p);
    const cols = window("s", x, 3, q);
    const element = x(n, c, rows.at, cols.at);
    const none = number(-Infinity);
    return greatest([rows.tap, cols.tap], rows.only(cols.only(element, none), none));
  },

  samples: [
    { inputs: { x: [2, 3, 6, 4] }, attrs: { size: [3, 2] } },
    { inputs: { x: [1, 2, 7, 5] }, attrs: { size: [3, 2] } },
  ],
});

/** The stretch ⌊p·H/P⌋ … ⌈(p+1)·H/P⌉ of one dimension, tap by tap; taps beyond a short one are left out. */
function window(name: string, x: Operand<"n c h w">, d: 2 | 3, p: Axis) {
  const size = x.shape[d] ?? 1;
  const start = p.times(size).over(p.size);
  const end = p
    .plus(1)
    .times(size)
    .plus(p.size - 1)
    .over(p.size);
  const lengths = Array.from(
    { length: p.size },
    (_, i) => Math.ceil(((i + 1) * size) / p.size) - Math.floor((i * size) / p.size),
  );
  const longest = Math.max(...lengths);
  const even = lengths.every((length) => length === longest);
  const tap = new Axis(name, longest);
  const at: Index = start.plus(tap);
  return {
    tap,
    at,
    length: even ? number(longest) : sub(index(end), index(start)),
    only: (e: Expr, otherwise: Expr) =>
      even ? e : where(less(index(at), index(end)), e, otherwise),
  };
}
