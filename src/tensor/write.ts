import type { Axis } from "./axis.ts";
import { type Expr, mul, number, type Of, row, type Table } from "./expr.ts";
import { atom, type Context, held, levels, type Written } from "./notation.ts";
import { bound, freeAxes } from "./walk.ts";
import { element, writeCondition, writeIndex } from "./write-index.ts";

/** One row for each kind of expression. */
const rows: Table<[Context], Written> = {
  number: (e, c) => signedTerms(e, c) ?? c.notation.number(e.value),
  read: (e, c) => atom(element(e.tensor, e.at, c)),
  index: (e, c) => writeIndex(e.at, c),
  extent: (e, c) =>
    atom(
      e.dim === 0
        ? c.notation.axis("N")
        : c.notation.call("size", [c.nameOf(e.tensor), `${e.dim}`]),
    ),
  add: (e, c) => sumOf(terms(e), c),
  mul: (e, c) => signedTerms(e, c) ?? productOf(factors(e, c), c),
  div: (e, c) => signedTerms(e, c) ?? c.notation.quotient(write(e.a, c), write(e.b, c)),
  max: (e, c) => atom(c.notation.call("max", [write(e.a, c).text, write(e.b, c).text])),
  min: (e, c) => atom(c.notation.call("min", [write(e.a, c).text, write(e.b, c).text])),
  pow: (e, c) => c.notation.power(held(write(e.a, c), levels.atom, c), write(e.b, c)),
  unary: (e, c) => signedTerms(e, c) ?? c.notation.unary(e.fn, write(e.a, c)),
  compare: (e, c) => atom(c.notation.bracket(comparison(e, true, c))),
  where: (e, c) =>
    isZero(e.otherwise) || isZero(e.then)
      ? productOf(factors(e, c), c)
      : atom(
          c.notation.cases(
            truth(e.when, true, c),
            write(e.then, c).text,
            write(e.otherwise, c).text,
          ),
        ),
  guard: (e, c) => productOf(factors(e, c), c),
  sum: (e, c) => over(e, c),
  greatest: (e, c) => over(e, c),
  argmax: (e, c) => over(e, c),
  stop: (e, c) => atom(c.notation.call("stop", [write(e.a, c).text])),
  random: (e, c) =>
    atom(c.notation.call("random", [write(e.seed, c).text, writeIndex(e.at, c).text])),
};

/** The expression as the notation has it; axes not in scope keep their names. */
export function write(e: Expr, c: Context): Written {
  return row(rows, e, c);
}

/** The scope with more axes; one whose name is taken gets a prime. */
export function entered(scope: Context["scope"], axes: Iterable<Axis>): Context["scope"] {
  const wider = new Map(scope);
  const taken = new Set(wider.values());
  for (const axis of axes) {
    if (wider.has(axis)) continue;
    let name = axis.name;
    while (taken.has(name)) name += "′";
    taken.add(name);
    wider.set(axis, name);
  }
  return wider;
}

/** Names for all that an expression leaves free. */
export const scopeOf = (e: Expr): Context["scope"] => entered(new Map(), freeAxes(e));

const isZero = (e: Expr): boolean => e.kind === "number" && e.value === 0;

interface Term {
  readonly minus: boolean;
  readonly of: Expr;
}

function terms(e: Expr): readonly Term[] {
  return e.kind === "add" ? [...terms(e.a), ...terms(e.b)] : [signed(e)];
}

/** −(a · b) for (−a) · b and the like: the sign first. */
function signed(e: Expr): Term {
  if (e.kind === "number")
    return e.value < 0 ? { minus: true, of: number(-e.value) } : { minus: false, of: e };
  if (e.kind === "unary" && e.fn === "neg") {
    const { minus, of } = signed(e.a);
    return { minus: !minus, of };
  }
  if (e.kind !== "mul" && e.kind !== "div") return { minus: false, of: e };
  const a = signed(e.a);
  const b = e.kind === "mul" ? signed(e.b) : { minus: false, of: e.b };
  if (!a.minus && !b.minus) return { minus: false, of: e };
  const of: Expr = e.kind === "div" ? { kind: "div", a: a.of, b: b.of } : mul(a.of, b.of);
  return { minus: a.minus !== b.minus, of };
}

/** As a sum of one term, when the term has a minus. */
function signedTerms(e: Expr, c: Context): Written | undefined {
  const term = signed(e);
  return term.minus ? sumOf([term], c) : term.of === e ? undefined : write(term.of, c);
}

function sumOf(terms: readonly Term[], c: Context): Written {
  const { plus, minus } = c.notation;
  const text = terms.map((t, i) => {
    const sign = i === 0 ? (t.minus ? minus.trim() : "") : t.minus ? minus : plus;
    return sign + held(write(t.of, c), levels.big, c);
  });
  return { text: text.join(""), level: levels.sum };
}

/** What a product starts with: numbers, then conditions, then the rest, Σ last so that it needs no end. */
const ranks = { number: 0, condition: 1, plain: 2, big: 3 };

interface Factor extends Written {
  readonly rank: number;
  readonly value?: number;
}

function factors(e: Expr, c: Context): readonly Factor[] {
  if (e.kind === "mul" && !signed(e).minus) return [...factors(e.a, c), ...factors(e.b, c)];
  const condition = (text: string): Factor => ({
    ...atom(c.notation.bracket(text)),
    rank: ranks.condition,
  });
  if (e.kind === "guard") {
    const all = e.conditions.map((condition) => writeCondition(condition, c));
    return [condition(all.join(", ")), ...factors(e.body, c)];
  }
  if (e.kind === "where" && isZero(e.otherwise))
    return [condition(truth(e.when, true, c)), ...factors(e.then, c)];
  if (e.kind === "where" && isZero(e.then))
    return [condition(truth(e.when, false, c)), ...factors(e.otherwise, c)];
  const w = write(e, c);
  if (e.kind === "number") return [{ ...w, rank: ranks.number, value: e.value }];
  return [{ ...w, rank: w.level === levels.big ? ranks.big : ranks.plain }];
}

/** Numbers are multiplied and a 1 goes; a · a is a². */
function productOf(all: readonly Factor[], c: Context): Written {
  const value = all.reduce((product, f) => product * (f.value ?? 1), 1);
  const others = all.filter((f) => f.value === undefined).sort((a, b) => a.rank - b.rank);
  const number = { ...c.notation.number(value), rank: ranks.number };
  const sorted = Math.abs(value - 1) < 1e-12 && others.length > 0 ? others : [number, ...others];
  const [first] = sorted;
  if (first && sorted.length === 1) return first;
  const grouped: { factor: Factor; count: number }[] = [];
  for (const factor of sorted) {
    const last = grouped[grouped.length - 1];
    if (last && last.factor.text === factor.text && factor.rank === ranks.plain) last.count++;
    else grouped.push({ factor, count: 1 });
  }
  const written = grouped.map(({ factor, count }, i) => {
    const isLast = i === grouped.length - 1;
    if (count === 1) return held(factor, isLast ? levels.big : levels.product, c);
    return c.notation.power(held(factor, levels.atom, c), c.notation.number(count)).text;
  });
  const open = sorted.at(-1)?.rank === ranks.big; // ends with a Σ
  const level = open ? levels.big : grouped.length === 1 ? levels.atom : levels.product;
  return { text: written.join(c.notation.times), level };
}

function over(e: Of<"sum" | "greatest" | "argmax">, outer: Context): Written {
  const c = { ...outer, scope: entered(outer.scope, bound(e)) };
  const axes = e.over.map((axis) => c.notation.axis(c.scope.get(axis) ?? axis.name));
  const body = held(write(e.body, c), levels.big, c);
  return { text: c.notation.over(e.kind, axes) + body, level: levels.big };
}

/** A condition in words of the notation; `holds` false: its contrary, for real numbers. */
function truth(when: Expr, holds: boolean, c: Context): string {
  if (when.kind === "compare") return comparison(when, holds, c);
  const { equal, unequal } = c.notation.comparisons;
  return `${write(when, c).text} ${holds ? unequal : equal} 0`;
}

function comparison({ is, a, b }: Of<"compare">, holds: boolean, c: Context): string {
  const signs = c.notation.comparisons;
  const [left, right] = [write(a, c).text, write(b, c).text];
  if (is === "equal") return `${left} ${holds ? signs.equal : signs.unequal} ${right}`;
  if (holds) return `${left} ${signs[is]} ${right}`;
  return `${right} ${is === "less" ? signs.lessEqual : signs.less} ${left}`;
}
