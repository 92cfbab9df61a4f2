import { Axis, constant, gcd, type Index } from "../../src/tensor/axis.ts";
import {
  add,
  type Condition,
  type Expr,
  guard,
  max,
  type Of,
  sum,
  zero,
} from "../../src/tensor/expr.ts";
import type { Piece, Program } from "../../src/tensor/program.ts";
import { indices, rebuild, substitute, within } from "../../src/tensor/walk.ts";
import { laws, rewrite } from "../../src/rewrite/rewrite.ts";

/**
 * Makes indices affine by splitting axes where they are cut: h with ⌊h/2⌋ and h mod 2 becomes
 * 2·h′ + ρ, a sum over k with ⌊k/49⌋ a sum over two axes. A stride's divisibility guard splits a
 * definition into phases, each with the taps that hit it: no test is left inside a loop.
 */
export const normalize = (program: Program): Program => ({
  ...program,
  definitions: program.definitions.map((d) => ({
    ...d,
    pieces: d.pieces.flatMap((piece) => pieces(piece)),
  })),
});

function pieces(piece: Piece): Piece[] {
  const body = rewrite(boundSplit(piece.body), laws);
  const now = { ...piece, body };
  const phase = phaseOf(now);
  if (phase) return phases(now, phase).flatMap(pieces);
  const cut = cutOf(indicesWithin(now), now.axes);
  if (cut) return split(now, cut).flatMap(pieces);
  return body === piece.body ? [now] : pieces(now);
}

interface Cut {
  readonly axis: Axis;
  readonly period: number;
}

const indicesWithin = (piece: Piece): Index[] => [
  ...piece.at,
  ...[...within(piece.body)].flatMap((e) => indices(e)),
];

/** An axis, among these, that a quotient or remainder cuts, and how long its period is. */
function cutOf(found: readonly Index[], among: readonly Axis[]): Cut | undefined {
  for (const index of found)
    for (const { atom } of index.terms) {
      if (atom instanceof Axis) continue;
      const inner = cutOf([atom.of], among);
      if (inner) return inner;
      for (const axis of among) {
        const step = atom.of.step(axis) ?? 0;
        const period = atom.by / gcd(step, atom.by);
        if (step % atom.by !== 0 && period < axis.size) return { axis, period };
      }
    }
  return undefined;
}

/** axis = period·outer + inner, and the rest where the period does not divide the size. */
function halves({ axis, period }: Cut) {
  const outer = new Axis(axis.name, Math.floor(axis.size / period));
  const inner = new Axis(`${axis.name}ρ`, period);
  const tail = axis.size % period;
  const rest = new Axis(`${axis.name}ρ`, tail);
  return {
    main: { axes: [outer, inner], value: outer.times(period).plus(inner) },
    ...(tail > 0
      ? { tail: { axes: [rest], value: rest.plus(axis.size - tail) as Index } }
      : undefined),
  };
}

function split(piece: Piece, cut: Cut): Piece[] {
  const { main, tail } = halves(cut);
  return [main, ...(tail ? [tail] : [])].map(({ axes, value }) =>
    place(piece, cut.axis, axes, value),
  );
}

/** The piece with one axis replaced by others. */
function place(piece: Piece, axis: Axis, axes: readonly Axis[], value: Index): Piece {
  const values = new Map([[axis, value]]);
  return {
    axes: piece.axes.flatMap((a) => (a === axis ? axes : [a])),
    at: piece.at.map((index) => index.at(values)),
    body: rewrite(substitute(piece.body, values), laws),
  };
}

/** An axis of the piece on which a divisibility guard depends, and its period. */
function phaseOf(piece: Piece): Cut | undefined {
  for (const c of divisibilities(piece.body))
    for (const axis of piece.axes) {
      const step = c.index.step(axis) ?? 0;
      const period = c.by / gcd(step, c.by);
      if (step % c.by !== 0 && axis.size > 1) return { axis, period: Math.min(period, axis.size) };
    }
  return undefined;
}

type Divides = Extract<Condition, { kind: "divides" }>;
const divisibilities = (body: Expr): Divides[] =>
  [...within(body)].flatMap((e) =>
    e.kind === "guard" ? e.conditions.filter((c): c is Divides => c.kind === "divides") : [],
  );

/** One piece for each remainder of the axis: there the guard depends on the taps alone. */
function phases(piece: Piece, { axis, period }: Cut): Piece[] {
  return Array.from({ length: period }, (_, remainder) => {
    const count = Math.ceil((axis.size - remainder) / period);
    const outer = new Axis(axis.name, count);
    const value = outer.times(period).plus(remainder);
    return place(piece, axis, count > 1 ? [outer] : [], count > 1 ? value : constant(remainder));
  });
}

/** Sums over an axis that is cut, or of which only every k-th step counts, over what is left of it. */
function boundSplit(e: Expr): Expr {
  const inner = rebuild(e, boundSplit);
  if (inner.kind !== "sum" && inner.kind !== "greatest") return inner;
  return (inner.kind === "sum" && strided(inner)) || cutBound(inner) || inner;
}

function cutBound(e: Of<"sum"> | Of<"greatest">): Expr | undefined {
  const found = [...within(e.body)].flatMap((part) => indices(part));
  const cut = cutOf(found, e.over);
  if (!cut || [...within(e.body)].some((part) => part.kind === "argmax")) return undefined;
  const { main, tail } = halves(cut);
  const over = (axes: readonly Axis[], value: Index): Expr => ({
    kind: e.kind,
    over: e.over.flatMap((axis) => (axis === cut.axis ? axes : [axis])),
    body: substitute(e.body, new Map([[cut.axis, value]])),
  });
  const whole = over(main.axes, main.value);
  if (!tail) return boundSplit(whole);
  const rest = boundSplit(over(tail.axes, tail.value));
  return e.kind === "sum" ? add(boundSplit(whole), rest) : max(boundSplit(whole), rest);
}

/** Σi [k | a·i + c] x(i) = Σt x(i₀ + t·k/gcd(a,k)), where c is known modulo k. */
function strided(e: Of<"sum">): Expr | undefined {
  if (e.body.kind !== "guard") return undefined;
  for (const c of e.body.conditions) {
    if (c.kind !== "divides") continue;
    const rest = c.index.modulo(c.by);
    const axes = [...new Set(c.index.axes)].filter(
      (axis) => (c.index.step(axis) ?? 1) % c.by !== 0,
    );
    const [axis] = axes;
    if (axes.length !== 1 || !axis || !e.over.includes(axis) || !rest.axes.includes(axis)) continue;
    const step = c.index.step(axis);
    if (step === undefined) continue;
    const period = c.by / gcd(step, c.by);
    const known = c.index.offset;
    const first = Array.from({ length: period }, (_, i) => i).find(
      (i) => (step * i + known) % c.by === 0,
    );
    if (first === undefined || first >= axis.size) return zero;
    const t = new Axis(axis.name, Math.ceil((axis.size - first) / period));
    const values = new Map([[axis, t.times(period).plus(first)]]);
    const conditions = e.body.conditions.filter((other) => other !== c);
    const body = substitute(guard(conditions, e.body.body), values);
    return boundSplit(
      sum(
        e.over.map((a) => (a === axis ? t : a)),
        body,
      ),
    );
  }
  return undefined;
}
