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
import { rename } from "./walk.ts";

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
const debts: Table<[Expr, Record], readonly Debt[]> = {
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
      ? [{ to: a, owed: mul(g, mul(number(2), a)) }]
      : [
          { to: a, owed: mul(g, b) },
          { to: b, owed: mul(g, a) },
        ],
  div: (e, g) => [
    { to: e.a, owed: div(g, e.b) },
    { to: e.b, owed: neg(div(mul(g, e), e.b)) },
  ],
  pow: (e, g) => [
    { to: e.a, owed: mul(g, mul(e.b, pow(e.a, sub(e.b, one)))) },
    // a^b · log a, and 0 where a = 0: the limit for b > 0, as PyTorch has it
    {
      to: e.b,
      owed: where(equal(e.a, zero), zero, mul(g, mul(e, unary("log", e.a)))),
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
  unary: (e, g) => [{ to: e.a, owed: mul(g, slope[e.fn](e.a, e)) }],
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
 * dx[f(i,r)] += g[i] · ∂body/∂x[f(i,r)]. `gather` turns them into definitions.
 */
export function adjoint(e: Expr, g: Expr, record: Record): Term[] {
  const found = new Map<string, Term>();
  const keys = new Map<Expr, number>();
  const visit = (e: Expr, owed: Expr, along: readonly Axis[]): void => {
    if (e.kind === "read") {
      const key = [e.tensor.name, ...e.at.map((i) => i.key), ...along.map((a) => a.key)].join();
      const before = found.get(key);
      found.set(key, { read: e, owed: before ? add(before.owed, owed) : owed, along });
      return;
    }
    if (!depends(e, keys)) return;
    for (const debt of row(debts, e, owed, record))
      if (debt.owed !== zero) visit(debt.to, debt.owed, [...along, ...(debt.along ?? [])]);
  };
  visit(e, g, []);
  return [...found.values()];
}

/** Whether a read is reached through parts with a derivative. */
function depends(e: Expr, known: Map<Expr, number>): boolean {
  const before = known.get(e);
  if (before !== undefined) return before === 1;
  const found =
    e.kind === "read" || row(debts, e, one, (a) => a).some((debt) => depends(debt.to, known));
  known.set(e, found ? 1 : 0);
  return found;
}

