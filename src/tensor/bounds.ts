import type { Axis } from "./axis.ts";
import { type Condition, type Expr, guard, row, type Table, zero } from "./expr.ts";

/** Whether a condition holds at every point (true), at none (false), or here and there (undefined). */
export function certain(c: Condition): boolean | undefined {
  const { least, most } = c.index.range;
  if (c.kind === "within") {
    if (least >= 0 && most < c.below) return true;
    return most < 0 || least >= c.below ? false : undefined;
  }
  const rest = c.index.modulo(c.by);
  if (rest.key === "0") return true;
  return rest.range.least > 0 && rest.range.most < c.by ? false : undefined;
}

/** Where a read can fall outside of its tensor: the dimensions, with the rows it may miss by. */
export interface Overhang {
  readonly before: number;
  readonly after: number;
}

/** How far the indices of a read reach beyond each dimension of its tensor. */
export function overhang(
  at: readonly { readonly range: { least: number; most: number } }[],
  shape: readonly number[],
): readonly Overhang[] {
  return at.map((index, d) => ({
    before: Math.max(0, -index.range.least),
    after: Math.max(0, index.range.most - ((shape[d] ?? 1) - 1)),
  }));
}

const never = () => false;
const either: (e: { readonly a: Expr; readonly b: Expr }, c: Condition) => boolean = (e, c) =>
  vanishes(e.a, c) || vanishes(e.b, c);
const both: typeof either = (e, c) => vanishes(e.a, c) && vanishes(e.b, c);

/** Whether e is 0 already wherever the condition fails, so that the guard may go. */
const vanishing: Table<[Condition], boolean> = {
  number: (e) => e.value === 0,
  read: (e, c) =>
    c.kind === "within" &&
    e.outside === 0 &&
    e.at.some((index, d) => index.key === c.index.key && (e.tensor.shape[d] ?? 0) <= c.below),
  index: never,
  extent: never,
  add: both,
  mul: either,
  div: (e, c) => vanishes(e.a, c),
  max: both,
  min: both,
  pow: never,
  unary: (e, c) => keepsZero.has(e.fn) && vanishes(e.a, c),
  compare: never,
  where: (e, c) => vanishes(e.then, c) && vanishes(e.otherwise, c),
  guard: (e, c) =>
    e.conditions.some((other) => other.kind === c.kind && other.index.key === c.index.key) ||
    vanishes(e.body, c),
  sum: (e, c) => vanishes(e.body, c),
  greatest: (e, c) => vanishes(e.body, c),
  argmax: never,
  stop: (e, c) => vanishes(e.a, c),
  random: never,
};
const keepsZero: ReadonlySet<string> = new Set(
  "neg abs sign expm1 log1p sqrt sin tan atan sinh tanh erf floor ceil round".split(" "),
);

export const vanishes = (e: Expr, c: Condition): boolean => row(vanishing, e, c);

/** The guard without the conditions that are certain or said already by a read outside of a tensor. */
export function tightened(conditions: readonly Condition[], body: Expr): Expr {
  const open: Condition[] = [];
  for (const c of conditions) {
    const sure = certain(c);
    if (sure === false) return zero;
    const said = open.some((o) => sameCondition(o, c));
    if (sure === undefined && !said && !vanishes(body, c)) open.push(c);
  }
  return guard(open, body);
}

const sameCondition = (a: Condition, b: Condition): boolean =>
  a.index.key === b.index.key &&
  (a.kind === "within"
    ? b.kind === "within" && a.below === b.below
    : b.kind === "divides" && a.by === b.by);

/** Whether a condition depends on one of the axes. */
export const mentions = (c: Condition, axes: readonly Axis[]): boolean =>
  c.index.axes.some((axis) => axes.includes(axis));
