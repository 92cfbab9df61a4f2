import { Axis, type Index } from "./axis.ts";
import {
  argmax,
  type Condition,
  type Expr,
  greatest,
  guard,
  index,
  type Kind,
  type Of,
  random,
  type Read,
  read,
  stop,
  sum,
  unary,
  where,
} from "./expr.ts";

/** How to take a kind of expression apart and put it together again with other parts and indices. */
interface Anatomy<K extends Kind> {
  readonly parts: (e: Of<K>) => readonly Expr[];
  readonly indices: (e: Of<K>) => readonly Index[];
  readonly rebuild: (e: Of<K>, parts: readonly Expr[], at: (i: Index) => Index) => Expr;
}

const none = () => [];
const get = (parts: readonly Expr[], i: number): Expr => {
  const part = parts[i];
  if (!part) throw new Error("an expression lost a part");
  return part;
};
const pair = (kind: "add" | "mul" | "div" | "max" | "min" | "pow") => ({
  parts: (e: { readonly a: Expr; readonly b: Expr }) => [e.a, e.b],
  indices: none,
  rebuild: (_: unknown, p: readonly Expr[]): Expr => ({ kind, a: get(p, 0), b: get(p, 1) }),
});
const anatomy: { readonly [K in Kind]: Anatomy<K> } = {
  number: { parts: none, indices: none, rebuild: (e) => e },
  read: {
    parts: none,
    indices: (e) => e.at,
    rebuild: (e, _, at) => read(e.tensor, e.at.map(at), e.outside),
  },
  index: { parts: none, indices: (e) => [e.at], rebuild: (e, _, at) => index(at(e.at)) },
  extent: { parts: none, indices: none, rebuild: (e) => e },
  add: pair("add"),
  mul: pair("mul"),
  div: pair("div"),
  max: pair("max"),
  min: pair("min"),
  pow: pair("pow"),
  unary: { parts: (e) => [e.a], indices: none, rebuild: (e, p) => unary(e.fn, get(p, 0)) },
  compare: {
    parts: (e) => [e.a, e.b],
    indices: none,
    rebuild: (e, p) => ({ kind: "compare", is: e.is, a: get(p, 0), b: get(p, 1) }),
  },
  where: {
    parts: (e) => [e.when, e.then, e.otherwise],
    indices: none,
    rebuild: (_, p) => where(get(p, 0), get(p, 1), get(p, 2)),
  },
  guard: {
    parts: (e) => [e.body],
    indices: (e) => e.conditions.map((c) => c.index),
    rebuild: (e, p, at) =>
      guard(
        e.conditions.map((c): Condition => ({ ...c, index: at(c.index) })),
        get(p, 0),
      ),
  },
  sum: { parts: (e) => [e.body], indices: none, rebuild: (e, p) => sum(e.over, get(p, 0)) },
  greatest: {
    parts: (e) => [e.body],
    indices: none,
    rebuild: (e, p) => greatest(e.over, get(p, 0)),
  },
  argmax: { parts: (e) => [e.body], indices: none, rebuild: (e, p) => argmax(e.over, get(p, 0)) },
  stop: { parts: (e) => [e.a], indices: none, rebuild: (_, p) => stop(get(p, 0)) },
  random: {
    parts: (e) => [e.seed],
    indices: (e) => [e.at],
    rebuild: (e, p, at) => random(get(p, 0), at(e.at)),
  },
};

const bonesOf = <K extends Kind>(e: Of<K>): Anatomy<K> => anatomy[e.kind as K] as Anatomy<K>; // e's own kind

/** The expressions an expression is made of. */
export const parts = (e: Expr): readonly Expr[] => bonesOf(e).parts(e);

/** The indices an expression itself holds, not those of its parts. */
export const indices = (e: Expr): readonly Index[] => bonesOf(e).indices(e);

/** The axes an expression binds: what its parts may mention and it itself does not depend on. */
export const bound = (e: Expr): readonly Axis[] =>
  e.kind === "sum" || e.kind === "greatest" || e.kind === "argmax" ? e.over : [];

/** The same expression with other parts and indices. */
export function rebuild(
  e: Expr,
  part: (e: Expr) => Expr,
  at: (i: Index) => Index = (i) => i,
): Expr {
  const before = parts(e);
  const after = before.map(part);
  const same = after.every((p, i) => p === before[i]);
  if (same && indices(e).every((i) => at(i) === i)) return e;
  return bonesOf(e).rebuild(e, after, at);
}

/** Bottom up, each shared part once. */
export function transform(e: Expr, change: (e: Expr) => Expr): Expr {
  const seen = new Map<Expr, Expr>();
  const visit = (e: Expr): Expr => {
    const known = seen.get(e);
    if (known) return known;
    const changed = change(rebuild(e, visit));
    seen.set(e, changed);
    return changed;
  };
  return visit(e);
}

/** The expression with axes replaced by indices. Bound axes must not be among them. */
export function substitute(e: Expr, values: ReadonlyMap<Axis, Index>): Expr {
  if (values.size === 0) return e;
  const seen = new Map<Expr, Expr>();
  const at = (i: Index) => i.at(values);
  const visit = (e: Expr): Expr => {
    const known = seen.get(e);
    if (known) return known;
    const changed = rebuild(e, visit, at);
    seen.set(e, changed);
    return changed;
  };
  return visit(e);
}

/** The same expression with its bound axes made anew: needed where one definition is used twice. */
export function rename(e: Expr): Expr {
  const seen = new Map<Expr, Expr>();
  const visit = (e: Expr): Expr => {
    const known = seen.get(e);
    if (known) return known;
    const renamed = renameBound(rebuild(e, visit));
    seen.set(e, renamed);
    return renamed;
  };
  return visit(e);
}

function renameBound(e: Expr): Expr {
  if (e.kind !== "sum" && e.kind !== "greatest" && e.kind !== "argmax") return e;
  const over = e.over.map((axis) => new Axis(axis.name, axis.size));
  const values = new Map<Axis, Index>(e.over.map((axis, i) => [axis, over[i] ?? axis]));
  return { kind: e.kind, over, body: substitute(e.body, values) };
}

/** Every expression within, the whole included, each once. */
export function within(e: Expr, found: Set<Expr> = new Set()): ReadonlySet<Expr> {
  if (found.has(e)) return found;
  for (const part of parts(e)) within(part, found);
  return found.add(e);
}

/** Axes that the sums and maxima in an expression are over. */
export const boundWithin = (e: Expr): Axis[] => [...within(e)].flatMap((part) => bound(part));

export const reads = (e: Expr): Read[] =>
  [...within(e)].filter((part): part is Read => part.kind === "read");

/** The axes an expression depends on that are not bound within it. */
export function freeAxes(e: Expr): ReadonlySet<Axis> {
  const seen = new Map<Expr, ReadonlySet<Axis>>();
  const visit = (e: Expr): ReadonlySet<Axis> => {
    const known = seen.get(e);
    if (known) return known;
    const free = new Set<Axis>(indices(e).flatMap((i) => i.axes));
    for (const part of parts(e)) for (const axis of visit(part)) free.add(axis);
    for (const axis of bound(e)) free.delete(axis);
    seen.set(e, free);
    return free;
  };
  return visit(e);
}
