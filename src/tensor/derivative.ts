import type { Axis } from "./axis.ts";
import { linear } from "./axis.ts";
import {
  add,
  div,
  equal,
  type Expr,
  guard,
  index,
  less,
  mul,
  neg,
  number,
  type Of,
  one,
  pow,
  type Read,
  row,
  square,
  sub,
  type Table,
  unary,
  type Unary,
  where,
  zero,
} from "./expr.ts";
import { rename, within } from "./walk.ts";

/** What a part of an expression is owed when the whole is owed g. */
interface Debt {
  readonly to: Expr;
  readonly owed: Expr;
  readonly along?: readonly Axis[];
}

/** Keeps which element won a maximum: the same expression, or a tensor it was written to. */
export type Record = (e: Of<"argmax">) => Expr;

/** d fn(a) / da, in terms of a and of y = fn(a), whichever is cheaper. */
const slope: { readonly [F in Unary]: (a: Expr, y: Expr) => Expr } = {
  neg: () => number(-1),
  abs: (a) => unary("sign", a),
  sign: () => zero,
  exp: (_, y) => y,
  expm1: (_, y) => add(y, one),
  log: (a) => div(one, a),
  log1p: (a) => div(one, add(one, a)),
  sqrt: (_, y) => div(number(0.5), y),
  sin: (a) => unary("cos", a),
  cos: (a) => neg(unary("sin", a)),
  tan: (_, y) => add(one, square(y)),
  atan: (a) => div(one, add(one, square(a))),
  sinh: (a) => unary("cosh", a),
  cosh: (a) => unary("sinh", a),
  tanh: (_, y) => sub(one, square(y)),
  erf: (a) => mul(number(2 / Math.sqrt(Math.PI)), unary("exp", neg(square(a)))),
  sigmoid: (_, y) => mul(y, sub(one, y)),
  floor: () => zero,
  ceil: () => zero,
  round: () => zero,
};

/** One row for each kind of expression. Ops need none: they are made of these. */
const rules: Table<[Expr, Record], readonly Debt[]> = {
  number: () => [],
  read: () => [],
  index: () => [],
  extent: () => [],
  compare: () => [],
  argmax: () => [],
  stop: () => [],
  random: () => [],
  add: ({ a, b }, g) => [
    { to: a, owed: g },
    { to: b, owed: g },
  ],
  mul: ({ a, b }, g) =>
    a === b
      ? [{ to: a, owed: times(g, mul(number(2), a)) }]
      : [
          { to: a, owed: times(g, b) },
          { to: b, owed: times(g, a) },
        ],
  div: (e, g) => [
    { to: e.a, owed: inside(g, (g) => div(g, e.b)) },
    { to: e.b, owed: inside(g, (g) => neg(div(mul(g, e), e.b))) },
  ],
  pow: (e, g) => [
    { to: e.a, owed: times(g, mul(e.b, pow(e.a, sub(e.b, one)))) },
    // a^b · log a, and 0 where a = 0: the limit for b > 0, as PyTorch has it
    {
      to: e.b,
      owed: where(equal(e.a, zero), zero, times(g, mul(e, unary("log", e.a)))),
    },
  ],
  // In a tie b is owed all: max(x, 0) has slope 0 at 0.
  max: ({ a, b }, g) => [
    { to: a, owed: where(less(b, a), g, zero) },
    { to: b, owed: where(less(b, a), zero, g) },
  ],
  min: ({ a, b }, g) => [
    { to: a, owed: where(less(a, b), g, zero) },
    { to: b, owed: where(less(a, b), zero, g) },
  ],
  unary: (e, g) => [{ to: e.a, owed: times(g, slope[e.fn](e.a, e)) }],
  where: ({ when, then, otherwise }, g) => [
    { to: then, owed: where(when, g, zero) },
    { to: otherwise, owed: where(when, zero, g) },
  ],
  guard: ({ conditions, body }, g) => [{ to: body, owed: guard(conditions, g) }],
  sum: ({ over, body }, g) => [{ to: body, owed: rename(g), along: over }],
  // The first element that wins is owed all.
  greatest({ over, body }, g, record) {
    const winner = record({ kind: "argmax", over, body });
    const position = linear(
      over,
      over.map((axis) => axis.size),
    );
    const won = equal(index(position), rename(winner));
    return [{ to: body, owed: where(won, rename(g), zero), along: over }];
  },
};

/** One term of an adjoint: `read` is owed `owed` at every point of the output and of `along`. */
export interface Term {
  readonly read: Read;
  readonly owed: Expr;
  readonly along: readonly Axis[];
}

/**
 * All that the reads in e are owed when e is owed g: the adjoint as scatters,
 * dx[f(i,r)] += g[i] · ∂body/∂x[f(i,r)]. `gather` turns them into definitions. Each part of e is
 * asked once, after all that it is a part of: what it is owed is summed by then.
 */
export function adjoint(e: Expr, g: Expr, record: Record): Term[] {
  const found = new Map<string, Term>();
  const known = new Map<Expr, boolean>();
  const debts = new Map<Expr, Map<string, { owed: Expr; along: readonly Axis[] }>>();
  const owe = (to: Expr, owed: Expr, along: readonly Axis[]): void => {
    const open = debts.get(to) ?? new Map<string, { owed: Expr; along: readonly Axis[] }>();
    const key = keyOf(along);
    const before = open.get(key);
    debts.set(to, open.set(key, { owed: before ? add(before.owed, owed) : owed, along }));
  };
  owe(e, g, []);
  for (const part of wholesFirst(e))
    for (const { owed, along } of debts.get(part)?.values() ?? []) {
      if (part.kind === "read") {
        const key = [part.tensor.name, keyOf(part.at), keyOf(along)].join(" ");
        const before = found.get(key);
        found.set(key, {
          read: part,
          owed: before ? add(before.owed, owed) : owed,
          along,
        });
      } else if (depends(part, known))
        for (const debt of row(rules, part, owed, record))
          if (debt.owed !== zero && depends(debt.to, known))
            owe(debt.to, debt.owed, [...along, ...(debt.along ?? [])]);
    }
  return [...found.values()];
}

const keyOf = (indices: readonly { readonly key: string }[]): string =>
  indices.map((index) => index.key).join();

/** Every expression within, each after all that it is a part of. */
const wholesFirst = (e: Expr): readonly Expr[] => [...within(e)].reverse();

/** Whether a read is reached through parts with a derivative. */
function depends(e: Expr, known: Map<Expr, boolean>): boolean {
  const before = known.get(e);
  if (before !== undefined) return before;
  const found =
    e.kind === "read" || row(rules, e, one, (a) => a).some((debt) => depends(debt.to, known));
  known.set(e, found);
  return found;
}

/** owed · by */
const times = (owed: Expr, by: Expr): Expr =>
  owed === one ? by : inside(owed, (owed) => mul(owed, by));

/**
 * f(owed) for an f with f(0) = 0. A branch not taken owes nothing, whatever the factor: f goes inside
 * of choices, so that 0 · ∞ is never asked.
 */
function inside(owed: Expr, f: (owed: Expr) => Expr): Expr {
  if (owed === zero) return zero;
  if (owed.kind === "where")
    return where(owed.when, inside(owed.then, f), inside(owed.otherwise, f));
  if (owed.kind === "guard") return guard(owed.conditions, inside(owed.body, f));
  if (owed.kind === "add" && (isChoice(owed.a) || isChoice(owed.b)))
    return add(inside(owed.a, f), inside(owed.b, f));
  return f(owed);
}

const isChoice = (e: Expr): boolean => e.kind === "where" || e.kind === "guard";
