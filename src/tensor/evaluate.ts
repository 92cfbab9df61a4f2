import { type Axis, type Index, strides } from "./axis.ts";
import {
  type Comparison,
  type Condition,
  type Expr,
  row,
  type Table,
  type Tensor,
  type Unary,
} from "./expr.ts";
import { erf } from "./erf.ts";
import { type Program, size } from "./program.ts";
import { uniform } from "./uniform.ts";

/** Where each axis stands while an expression is evaluated. */
type Point = Map<Axis, number>;
export type Values = ReadonlyMap<Tensor, Float64Array>;

export const unary: { readonly [F in Unary]: (a: number) => number } = {
  neg: (a) => -a,
  abs: Math.abs,
  sign: Math.sign,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  erf,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
};

const comparison: { readonly [C in Comparison]: (a: number, b: number) => boolean } = {
  less: (a, b) => a < b,
  lessEqual: (a, b) => a <= b,
  equal: (a, b) => a === b,
};

const meaning: Table<[Point, Values], number> = {
  number: (e) => e.value,
  read({ tensor, at, outside }, point, values) {
    let where = 0;
    for (let d = 0; d < at.length; d++) {
      const i = place(at[d] as Index, point); // d is within at
      const size = tensor.shape[d] ?? 0;
      if (i < 0 || i >= size) return outside;
      where = where * size + i;
    }
    const value = values.get(tensor)?.[where];
    if (value === undefined) throw new Error(`${tensor.name} is read before it has a value`);
    return value;
  },
  index: (e, point) => place(e.at, point),
  extent: (e) => e.tensor.shape[e.dim] ?? 1,
  add: (e, p, v) => value(e.a, p, v) + value(e.b, p, v),
  mul: (e, p, v) => value(e.a, p, v) * value(e.b, p, v),
  div: (e, p, v) => value(e.a, p, v) / value(e.b, p, v),
  max: (e, p, v) => Math.max(value(e.a, p, v), value(e.b, p, v)),
  min: (e, p, v) => Math.min(value(e.a, p, v), value(e.b, p, v)),
  pow: (e, p, v) => value(e.a, p, v) ** value(e.b, p, v),
  unary: (e, p, v) => unary[e.fn](value(e.a, p, v)),
  compare: (e, p, v) => (comparison[e.is](value(e.a, p, v), value(e.b, p, v)) ? 1 : 0),
  where: (e, p, v) => (value(e.when, p, v) !== 0 ? value(e.then, p, v) : value(e.otherwise, p, v)),
  guard: (e, p, v) => (e.conditions.every((c) => holds(c, p)) ? value(e.body, p, v) : 0),
  sum(e, p, v) {
    let total = 0;
    visit(e.over, p, () => (total += value(e.body, p, v)));
    return total;
  },
  greatest(e, p, v) {
    let most = -Infinity;
    visit(e.over, p, () => (most = Math.max(most, value(e.body, p, v))));
    return most;
  },
  argmax(e, p, v) {
    let most = -Infinity;
    let best = 0;
    let at = 0;
    visit(e.over, p, () => {
      const found = value(e.body, p, v);
      if (found > most || (Number.isNaN(found) && !Number.isNaN(most))) [most, best] = [found, at];
      at++;
    });
    return best;
  },
  stop: (e, p, v) => value(e.a, p, v),
  random: (e, p, v) => uniform(value(e.seed, p, v), place(e.at, p)),
};

const value = (e: Expr, point: Point, values: Values): number => row(meaning, e, point, values);

/** The meaning of a program, slowly and in float64: the oracle every backend is held to. */
export function evaluate(program: Program, inputs: Values): Map<Tensor, Float64Array> {
  const values = new Map(inputs);
  for (const { tensor, pieces } of program.definitions) {
    const made = new Float64Array(size(tensor.shape));
    values.set(tensor, made);
    const step = strides(tensor.shape);
    for (const { axes, at, body } of pieces) {
      const point: Point = new Map();
      visit(axes, point, () => {
        const where = at.reduce((sum, index, d) => sum + place(index, point) * (step[d] ?? 0), 0);
        made[where] = value(body, point, values);
      });
    }
  }
  return values;
}

/** Every point of the box the axes span, in row-major order, set in turn in `point`. */
function visit(axes: readonly Axis[], point: Point, act: () => void, from = 0): void {
  const axis = axes[from];
  if (!axis) return act();
  for (let i = 0; i < axis.size; i++) {
    point.set(axis, i);
    visit(axes, point, act, from + 1);
  }
}

export function place(index: Index, point: ReadonlyMap<Axis, number>): number {
  let sum = index.offset;
  for (const { atom, by } of index.terms) {
    if (!("kind" in atom)) sum += by * (point.get(atom) ?? lost(atom));
    else {
      const inner = place(atom.of, point);
      const quotient = Math.floor(inner / atom.by);
      sum += by * (atom.kind === "quotient" ? quotient : inner - quotient * atom.by);
    }
  }
  return sum;
}

export function holds(c: Condition, point: ReadonlyMap<Axis, number>): boolean {
  const i = place(c.index, point);
  return c.kind === "within" ? i >= 0 && i < c.below : i % c.by === 0;
}

/** To the nearest integer, halves to the even one, as IEEE 754 and ONNX `Round` do. */
function roundHalfEven(a: number): number {
  const down = Math.floor(a);
  const rest = a - down;
  return rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
}

function lost(axis: Axis): never {
  throw new Error(`axis ${axis.name} has no place here`);
}
