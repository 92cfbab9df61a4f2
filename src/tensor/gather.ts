import { Axis, constant, type Digit, type Index } from "./axis.ts";
import { type Condition, divides, type Expr, guard, sum, within } from "./expr.ts";
import type { Term } from "./derivative.ts";
import { substitute } from "./walk.ts";

/** equation = 0 */
type Equation = Index;

/**
 * What x[target] is owed by one term: the scatter dx[f(i,r)] += c(i,r) as the gather
 *
 *   dx[a] = Σ over the axes f leaves open  c(i,r)  where f(i,r) = a.
 *
 * f(i,r) = a is solved for as many axes as it determines; what the solution asks of a (to be in
 * range, to be divisible by a stride) becomes a guard.
 */
export function gather(term: Term, outer: readonly Axis[], target: readonly Axis[]): Expr {
  const own = [...outer, ...term.along];
  const { values, open, conditions } = solve(term.read.at, own, outer, target);
  return sum(open, guard(conditions, substitute(term.owed, values)));
}

export interface Solution {
  /** What each determined axis is, in terms of the target's and the open axes. */
  readonly values: ReadonlyMap<Axis, Index>;
  readonly open: readonly Axis[];
  readonly conditions: readonly Condition[];
}

export function solve(
  at: readonly Index[],
  own: readonly Axis[],
  preferred: readonly Axis[],
  target: readonly Axis[],
): Solution {
  const plain = withoutDigits(at, own, target);
  if (!plain) return trial(at, own, target);
  const { equations, unknown } = plain;
  const state: State = {
    equations,
    unknown: new Set(unknown),
    preferred,
    values: new Map(),
    open: [],
    conditions: [],
  };
  while (state.equations.length > 0) {
    const next =
      state.equations.find((e) => unknowns(e, state).length === 0) ??
      state.equations.find((e) => unknowns(e, state).length === 1) ??
      state.equations.find((e) => radix(e, state)) ??
      easiest(state);
    state.equations.splice(state.equations.indexOf(next), 1);
    settle(next, state);
  }
  return {
    values: state.values,
    open: [...state.open, ...state.unknown],
    conditions: state.conditions,
  };
}

/** Digits that do not nest: every point is tried, and those that hit the target count. */
function trial(at: readonly Index[], own: readonly Axis[], target: readonly Axis[]): Solution {
  const conditions = at.map((index, d) => within(index.minus(target[d] ?? constant(0)), 1));
  return { values: new Map(), open: own, conditions };
}

interface State {
  equations: Equation[];
  readonly unknown: Set<Axis>;
  readonly preferred: readonly Axis[];
  readonly values: Map<Axis, Index>;
  readonly open: Axis[];
  readonly conditions: Condition[];
}

function settle(equation: Equation, state: State): void {
  const left = unknowns(equation, state);
  if (left.length === 0) {
    if (equation.key !== "0") state.conditions.push(within(equation, 1));
    return;
  }
  const mixed = left.length > 1 ? radix(equation, state) : undefined;
  if (mixed) return settleRadix(equation, mixed, state);
  const chosen = pick(equation, left, state);
  for (const axis of left) if (axis !== chosen) openUp(axis, state);
  settleRadix(equation, [chosen], state);
}

/** Σ step(j)·axis(j) + known = 0, the steps being those of a mixed-radix number: digit by digit. */
function settleRadix(equation: Equation, axes: readonly Axis[], state: State): void {
  const steps = axes.map((axis) => equation.step(axis) ?? 0);
  const unit = steps[steps.length - 1] ?? 1;
  const known = axes.reduce((rest, axis, j) => rest.minus(axis.times(steps[j] ?? 0)), equation);
  const total = known.times(-Math.sign(unit));
  const scale = Math.abs(unit);
  if (scale > 1) addCondition(divides(scale, total), state);
  const position = total.over(scale);
  for (const [j, axis] of axes.entries()) {
    const digit = position.over(Math.abs(steps[j] ?? 1) / scale);
    if (j === 0) addCondition(within(digit, axis.size), state);
    bind(axis, j === 0 ? digit : digit.modulo(axis.size), state);
  }
}

function bind(axis: Axis, value: Index, state: State): void {
  state.unknown.delete(axis);
  const one = new Map([[axis, value]]);
  for (const [known, index] of state.values) state.values.set(known, index.at(one));
  state.values.set(axis, value);
  state.equations = state.equations.map((e) => e.at(one));
}

function openUp(axis: Axis, state: State): void {
  state.unknown.delete(axis);
  state.open.push(axis);
}

function addCondition(condition: Condition, state: State): void {
  const { index } = condition;
  const { least, most } = index.range;
  if (condition.kind === "within" && least >= 0 && most < condition.below) return;
  if (condition.kind === "divides" && index.modulo(condition.by).key === "0") return;
  state.conditions.push(condition);
}

const unknowns = (e: Equation, state: State): Axis[] =>
  e.axes.filter((axis) => state.unknown.has(axis));

/** The unknowns from the most significant to the least, when their steps are a mixed radix's. */
function radix(equation: Equation, state: State): readonly Axis[] | undefined {
  const step = (axis: Axis) => equation.step(axis) ?? 0;
  const axes = unknowns(equation, state).sort((a, b) => Math.abs(step(b)) - Math.abs(step(a)));
  const fits = axes.every((axis, j) => {
    const lower = axes[j + 1];
    return lower === undefined || step(axis) === step(lower) * lower.size;
  });
  return fits && axes.length > 1 && axes.every((axis) => axis.size > 1) ? axes : undefined;
}

/**
 * The axis to solve for: an output's of step ±1 if there is one; else the one that leaves least to
 * run over. A step of k leaves one in k, and which is known when the loops are made.
 */
function pick(equation: Equation, left: readonly Axis[], state: State): Axis {
  const cost = (axis: Axis) => {
    const step = Math.abs(equation.step(axis) ?? 0);
    const preferred = state.preferred.includes(axis);
    if (step === 1 && preferred) return 0;
    const open = left.reduce((n, other) => (other === axis ? n : n * other.size), 1);
    return open / step + (preferred ? 0 : 0.5);
  };
  return left.reduce((best, axis) => (cost(axis) < cost(best) ? axis : best));
}

/** No equation is settled alone: the one with the fewest unknowns. */
function easiest(state: State): Equation {
  return state.equations.reduce((best, e) =>
    unknowns(e, state).length < unknowns(best, state).length ? e : best,
  );
}

/**
 * f(i,r) − a = 0 for each dimension, with ⌊e/k⌋ and e mod k replaced by new unknowns: when the digits
 * of e are cut at k₁ | k₂ | …, then e = u₀ + k₁·u₁ + k₂·u₂ …, each u below the quotient of its cuts.
 */
function withoutDigits(
  at: readonly Index[],
  own: readonly Axis[],
  target: readonly Axis[],
): { equations: Equation[]; unknown: Axis[] } | undefined {
  let equations = at.map((index, d) => index.minus(target[d] ?? constant(0)));
  const unknown = [...own];
  for (;;) {
    const found = equations.flatMap((e) => e.terms.map((t) => t.atom).filter(isDigit));
    if (found.length === 0) return { equations, unknown };
    const first = found.map(baseOf).find((base) => base.affine);
    if (!first) return undefined;
    const cuts = new Set<number>();
    for (const digit of found) {
      if (baseOf(digit).key !== first.key) continue;
      const { from, to } = cutsOf(digit);
      cuts.add(from);
      if (to !== Infinity) cuts.add(to);
    }
    const digits = positional(
      first,
      [...cuts].filter((c) => c > 1).sort((a, b) => a - b),
    );
    if (!digits) return undefined;
    const { axes, sizes, below } = digits;
    unknown.push(...axes);
    const whole = axes.reduce((sum, u, j) => sum.plus(u.times(sizes[j] ?? 1)), constant(0));
    equations = equations.map((e) => replaceDigits(e, first, digits));
    equations.push(first.plus(below).minus(whole));
  }
}

const isDigit = (atom: Axis | Digit): atom is Digit => !(atom instanceof Axis);

/** ⌊e/k⌋ mod m has base e and cuts k and k·m. */
function baseOf(digit: Digit): Index {
  const inner = digit.kind === "remainder" ? quotientOf(digit.of) : undefined;
  return inner ? inner.of : digit.of;
}

function cutsOf(digit: Digit): { from: number; to: number } {
  if (digit.kind === "quotient") return { from: digit.by, to: Infinity };
  const inner = quotientOf(digit.of);
  return inner ? { from: inner.by, to: inner.by * digit.by } : { from: 1, to: digit.by };
}

function quotientOf(index: Index): Digit | undefined {
  const [only] = index.terms;
  if (!only || index.terms.length > 1 || index.offset !== 0 || only.by !== 1) return undefined;
  return isDigit(only.atom) && only.atom.kind === "quotient" ? only.atom : undefined;
}

interface Positional {
  readonly axes: readonly Axis[];
  readonly sizes: readonly number[];
  readonly below: number;
}

/**
 * e as a number of digits cut at k₁ | k₂ | …: e = u₀ + k₁·u₁ + … − below, where `below` lifts the
 * least e to 0 or more by a multiple of the last cut, so that only the last digit notices.
 */
function positional(base: Index, cuts: readonly number[]): Positional | undefined {
  const sizes = [1, ...cuts];
  if (sizes.some((k, j) => j > 0 && k % (sizes[j - 1] ?? 1) !== 0)) return undefined;
  const top = sizes[sizes.length - 1] ?? 1;
  const below = Math.max(0, -Math.floor(base.range.least / top)) * top;
  const axes = sizes.map((k, j) => {
    const next = sizes[j + 1];
    const size = next ? next / k : Math.floor((base.range.most + below) / k) + 1;
    return new Axis("u", size);
  });
  return { axes, sizes, below };
}

function replaceDigits(
  equation: Equation,
  base: Index,
  { axes, sizes, below }: Positional,
): Equation {
  return equation.terms.reduce((sum, { atom, by }) => {
    if (!isDigit(atom) || baseOf(atom).key !== base.key)
      return sum.plus((atom instanceof Axis ? atom : asIndex(atom)).times(by));
    const { from, to } = cutsOf(atom);
    const inside = axes.filter((_, j) => (sizes[j] ?? 0) >= from && (sizes[j] ?? 0) < to);
    const value = inside.reduce(
      (v, u) => v.plus(u.times((sizes[axes.indexOf(u)] ?? 1) / from)),
      constant(0),
    );
    return sum.plus(value.minus(to === Infinity ? below / from : 0).times(by));
  }, constant(equation.offset));
}

const asIndex = (atom: Digit): Index =>
  atom.kind === "quotient" ? atom.of.over(atom.by) : atom.of.modulo(atom.by);
