import { add, type Expr, mul, number, sub, zero } from "../../../src/tensor/expr.ts";

type Row = readonly number[];
export type Matrix = readonly Row[];

/** Outputs of a tile in each dimension: F(2×2, 3×3) or F(4×4, 3×3). */
export type Variant = "F2" | "F4";

/**
 * Matrices with y = Aᵀ[(G·w) ⊙ (Bᵀ·d)] for y[i] = Σ r d[i + r] · w[r], three taps: d and w as polynomials
 * are multiplied at points (0, ±1, ∞, for F4 ±2 too), then y is read off the product. In two
 * dimensions rows and columns are transformed in turn. Lavin & Gray, Fast Algorithms for Convolutional
 * Neural Networks (2015), sections 4.1 and 4.3.
 */
export interface Matrices {
  /** m, how many outputs a tile has in a dimension: it reads m + 2 inputs and has as many points. */
  readonly outputs: number;
  /** Bᵀ: inputs → points */
  readonly input: Matrix;
  /** G: taps → points */
  readonly taps: Matrix;
  /** Aᵀ: points → outputs */
  readonly output: Matrix;
}

export const matrices: { readonly [V in Variant]: Matrices } = {
  F2: {
    outputs: 2,
    input: [
      [1, 0, -1, 0],
      [0, 1, 1, 0],
      [0, -1, 1, 0],
      [0, 1, 0, -1],
    ],
    taps: [
      [1, 0, 0],
      [1 / 2, 1 / 2, 1 / 2],
      [1 / 2, -1 / 2, 1 / 2],
      [0, 0, 1],
    ],
    output: [
      [1, 1, 1, 0],
      [0, 1, -1, -1],
    ],
  },
  F4: {
    outputs: 4,
    input: [
      [4, 0, -5, 0, 1, 0],
      [0, -4, -4, 1, 1, 0],
      [0, 4, -4, -1, 1, 0],
      [0, -2, -1, 2, 1, 0],
      [0, 2, -1, -2, 1, 0],
      [0, 4, 0, -5, 0, 1],
    ],
    taps: [
      [1 / 4, 0, 0],
      [-1 / 6, -1 / 6, -1 / 6],
      [-1 / 6, 1 / 6, -1 / 6],
      [1 / 24, 1 / 12, 1 / 6],
      [1 / 24, -1 / 12, 1 / 6],
      [0, 0, 1],
    ],
    output: [
      [1, 1, 1, 1, 1, 0],
      [0, 1, -1, 2, -2, 0],
      [0, 1, 1, 4, 4, 0],
      [0, 1, -1, 8, -8, 1],
    ],
  },
};

export const transpose = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, c) => matrix.map((row) => row[c] ?? 0));

/** M·x·Mᵀ, x given by rows. What elements of the result have in common is one expression in all. */
export function bothWays(matrix: Matrix, x: readonly (readonly Expr[])[]): Expr[][] {
  const columns = (x[0] ?? []).map((_, c) =>
    times(
      matrix,
      x.map((row) => row[c] ?? zero),
    ),
  );
  return matrix.map((_, i) =>
    times(
      matrix,
      columns.map((column) => column[i] ?? zero),
    ),
  );
}

/**
 * M·x. The points a and −a make two rows of M, or two columns, alike but for signs: rows (e + o)·x and
 * (e − o)·x take e·x and o·x, columns take the sum and the difference of what they multiply.
 */
function times(matrix: Matrix, x: readonly Expr[]): Expr[] {
  const columns = transpose(matrix);
  const twins = pairs(columns);
  const joined = twins.map(([c, d]) => ({
    c,
    sum: add(x[c] ?? zero, x[d] ?? zero),
    difference: sub(x[c] ?? zero, x[d] ?? zero),
    alike: (row: Row) => row[c] === row[d],
  }));
  const alone = x.flatMap((of, c) => (twins.some((pair) => pair.includes(c)) ? [] : [{ c, of }]));
  const value = (row: Row): Expr =>
    combination([
      ...alone.map(({ c, of }) => ({ by: row[c] ?? 0, of })),
      ...joined.map((p) => ({ by: row[p.c] ?? 0, of: p.alike(row) ? p.sum : p.difference })),
    ]);
  const values = matrix.map(value);
  for (const [i, j] of pairs(matrix)) {
    const [first = [], second = []] = [matrix[i], matrix[j]];
    const even = value(first.map((by, c) => (by === second[c] ? by : 0)));
    const odd = value(first.map((by, c) => (by === second[c] ? 0 : by)));
    values[i] = add(even, odd);
    values[j] = sub(even, odd);
  }
  return values;
}

/** Rows that have equal and opposite elements, some of each, and no others. */
function pairs(rows: Matrix): (readonly [number, number])[] {
  return rows.flatMap((row, i) =>
    rows.flatMap((other, j) => {
      const equal = row.some((by, c) => by !== 0 && by === other[c]);
      const opposite = row.some((by, c) => by !== 0 && by === -(other[c] ?? 0));
      const alike = row.every((by, c) => Math.abs(by) === Math.abs(other[c] ?? 0));
      return i < j && equal && opposite && alike ? [[i, j] as const] : [];
    }),
  );
}

interface Term {
  readonly by: number;
  readonly of: Expr;
}

/** Σ by · of: nothing is multiplied by 0 or ±1, and by a factor of all terms once. */
function combination(all: readonly Term[]): Expr {
  const terms = all.filter(({ by }) => by !== 0);
  const [first] = terms;
  if (!first) return zero;
  const common = terms.every(({ by }) => Math.abs(by) === Math.abs(first.by));
  const scale = common ? Math.abs(first.by) : 1;
  const scaled = (t: Term): Expr => {
    const by = Math.abs(t.by) / scale;
    return by === 1 ? t.of : mul(number(by), t.of);
  };
  const added = terms.filter(({ by }) => by > 0).map(scaled);
  const taken = terms.filter(({ by }) => by < 0).map(scaled);
  if (added.length === 0) return mul(number(-scale), add(...taken));
  const value = taken.reduce(sub, add(...added));
  return scale === 1 ? value : mul(number(scale), value);
}
