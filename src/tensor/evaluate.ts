import { type Axis, constant, type Index, strides } from "./axis.ts";
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
import { parts } from "./walk.ts";

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

/** Where an axis stands now. */
interface Cell {
  at: number;
}

/**
 * The point at which expressions are evaluated. Each point ever visited has a stamp of its own, so
 * that what two others share is worked out once a point.
 */
interface Point {
  readonly cells: Map<Axis, Cell>;
  readonly values: Values;
  readonly shared: ReadonlySet<Expr>;
  readonly made: Map<Expr, Run>;
  stamp: number;
  last: number;
}

/** An expression made ready: gives its value at the point. */
type Run = () => number;

const meaning: Table<[Point], Run> = {
  number:
    ({ value }) =>
    () =>
      value,
  read({ tensor, at, outside }, point) {
    const data = point.values.get(tensor);
    if (!data) throw new Error(`${tensor.name} is read before it has a value`);
    const places = at.map((index) => place(index, point));
    const { shape } = tensor;
    return () => {
      let where = 0;
      for (let d = 0; d < places.length; d++) {
        const i = (places[d] as Run)(); // d is within places
        const size = shape[d] as number; // as many sizes as indices
        if (i < 0 || i >= size) return outside;
        where = where * size + i;
      }
      return data[where] as number; // within its shape
    };
  },
  index: (e, point) => place(e.at, point),
  extent(e) {
    const size = e.tensor.shape[e.dim] ?? 1;
    return () => size;
  },
  add: binary((a, b) => a + b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  max: binary(Math.max),
  min: binary(Math.min),
  pow: binary((a, b) => a ** b),
  unary(e, point) {
    const fn = unary[e.fn];
    const a = ready(e.a, point);
    return () => fn(a());
  },
  compare: (e, point) => binary((a, b) => (comparison[e.is](a, b) ? 1 : 0))(e, point),
  where(e, point) {
    const when = ready(e.when, point);
    const then = ready(e.then, point);
    const otherwise = ready(e.otherwise, point);
    return () => (when() !== 0 ? then() : otherwise());
  },
  guard(e, point) {
    const conditions = e.conditions.map((c) => holds(c, point));
    const body = ready(e.body, point);
    return () => (conditions.every((holds) => holds()) ? body() : 0);
  },
  sum(e, point) {
    let total = 0;
    const run = visit(e.over, point, (body) => (total += body()), e.body);
    return () => {
      total = 0;
      run();
      return total;
    };
  },
  greatest(e, point) {
    let most = -Infinity;
    const run = visit(e.over, point, (body) => (most = Math.max(most, body())), e.body);
    return () => {
      most = -Infinity;
      run();
      return most;
    };
  },
  argmax(e, point) {
    let [most, best, at] = [-Infinity, 0, 0];
    const compare = (body: Run) => {
      const found = body();
      if (found > most || (Number.isNaN(found) && !Number.isNaN(most))) [most, best] = [found, at];
      at++;
    };
    const run = visit(e.over, point, compare, e.body);
    return () => {
      [most, best, at] = [-Infinity, 0, 0];
      run();
      return best;
    };
  },
  stop: (e, point) => ready(e.a, point),
  random(e, point) {
    const seed = ready(e.seed, point);
    const at = place(e.at, point);
    return () => uniform(seed(), at());
  },
};

function binary(fn: (a: number, b: number) => number) {
  return (e: { readonly a: Expr; readonly b: Expr }, point: Point): Run => {
    const a = ready(e.a, point);
    const b = ready(e.b, point);
    return () => fn(a(), b());
  };
}

function ready(e: Expr, point: Point): Run {
  const known = point.made.get(e);
  if (known) return known;
  const run = row(meaning, e, point);
  const made = point.shared.has(e) ? remembered(run, point) : run;
  point.made.set(e, made);
  return made;
}

/** Runs once a point. */
function remembered(run: Run, point: Point): Run {
  let stamp = -1;
  let value = 0;
  return () => {
    if (stamp !== point.stamp) {
      value = run();
      stamp = point.stamp;
    }
    return value;
  };
}

/** The meaning of a program, slowly and in float64: the oracle every backend is held to. */
export function evaluate(program: Program, inputs: Values): Map<Tensor, Float64Array> {
  const values = new Map(inputs);
  for (const { tensor, pieces } of program.definitions) {
    const made = new Float64Array(size(tensor.shape));
    const step = strides(tensor.shape);
    for (const { axes, at, body } of pieces) {
      const shared = sharedParts(body);
      const point: Point = { cells: new Map(), values, shared, made: new Map(), stamp: 0, last: 0 };
      for (const axis of axes) point.cells.set(axis, { at: 0 });
      const target = at.reduce((sum, index, d) => sum.plus(index.times(step[d] ?? 0)), constant(0));
      const where = place(target, point);
      visit(axes, point, (body) => (made[where()] = body()), body)();
    }
    values.set(tensor, made);
  }
  return values;
}

/** Acts at every point of the box the axes span, in row-major order. */
function visit(axes: readonly Axis[], point: Point, act: (body: Run) => void, e: Expr): () => void {
  const cells = axes.map((axis) => {
    const cell = point.cells.get(axis) ?? { at: 0 };
    point.cells.set(axis, cell);
    return { cell, size: axis.size };
  });
  const body = ready(e, point);
  const inner = () => {
    point.stamp = ++point.last;
    act(body);
  };
  const loops = cells.reduceRight(
    (inner, { cell, size }) =>
      () => {
        for (cell.at = 0; cell.at < size; cell.at++) inner();
      },
    inner,
  );
  return () => {
    const { stamp } = point;
    loops();
    point.stamp = stamp;
  };
}

function place(index: Index, point: Point): Run {
  const { offset } = index;
  const terms = index.terms.map(({ atom, by }) => {
    if (!("kind" in atom)) {
      const cell = point.cells.get(atom) ?? lost(atom);
      return by === 1 ? () => cell.at : () => cell.at * by;
    }
    const of = place(atom.of, point);
    return atom.kind === "quotient"
      ? () => Math.floor(of() / atom.by) * by
      : () => (of() - Math.floor(of() / atom.by) * atom.by) * by;
  });
  const [a, b] = terms;
  if (!a) return () => offset;
  if (!b) return offset === 0 ? a : () => a() + offset;
  if (terms.length === 2) return () => a() + b() + offset;
  return () => terms.reduce((sum, term) => sum + term(), offset);
}

function holds(c: Condition, point: Point): () => boolean {
  const at = place(c.index, point);
  if (c.kind === "divides") return () => at() % c.by === 0;
  return () => {
    const i = at();
    return i >= 0 && i < c.below;
  };
}

/** The expressions that more than one other is made of. */
function sharedParts(e: Expr): ReadonlySet<Expr> {
  const seen = new Set<Expr>();
  const shared = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) {
      if (e.kind !== "number" && e.kind !== "read") shared.add(e);
      return;
    }
    seen.add(e);
    for (const part of parts(e)) visit(part);
  };
  visit(e);
  return shared;
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
