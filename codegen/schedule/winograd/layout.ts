import { invariant } from "../../../src/diagnostics.ts";
import { Axis, constant, type Index } from "../../../src/tensor/axis.ts";
import { add, type Read } from "../../../src/tensor/expr.ts";
import { define, type Definition } from "../../../src/tensor/program.ts";
import { textOf } from "../share.ts";
import { bothWays, type Matrix } from "./matrices.ts";

/** The element of a square in a row and a column. */
type Element = (y: number, x: number) => Read;

/** How many tiles a contraction is cut into; t counts them row by row. */
export interface Tiles {
  readonly rows: number;
  readonly columns: number;
}

export const count = ({ rows, columns }: Tiles): number => rows * columns;

/** What a definition is called, and the node it comes from. */
export interface Named {
  readonly name: string;
  readonly from: string;
}

/**
 * The dimensions of a tensor: some axes, f that counts points, t that counts tiles. Where vectors run
 * along the second dimension, as along channels, that is what is to be side by side.
 */
export type Layout = readonly (Axis | "f" | "t")[];

/** What each dimension of a layout is. */
interface Place<I> {
  readonly values: ReadonlyMap<Axis, I>;
  readonly f: I;
  readonly t: I;
}

export const placeIn = <I>(layout: Layout, { values, f, t }: Place<I>): I[] =>
  layout.map((dim) => {
    const at = dim === "f" ? f : dim === "t" ? t : values.get(dim);
    invariant(at !== undefined, "an axis without a place");
    return at;
  });

/** Axes of the same names and sizes, for another definition. */
export const fresh = (axes: readonly Axis[]): ReadonlyMap<Axis, Axis> =>
  new Map(axes.map((axis) => [axis, new Axis(axis.name, axis.size)]));

const sizes = (values: ReadonlyMap<Axis, unknown>): ReadonlyMap<Axis, number> =>
  new Map([...values.keys()].map((axis) => [axis, axis.size]));

/** n×n, row by row. */
export const square = <T>(n: number, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => at(i, j)));

/** A definition, and a text that is another's only where both say the same. */
export interface Keyed {
  readonly key: string;
  readonly definition: Definition;
}

/**
 * T[f] = (M·x·Mᵀ)[f], a piece for each point. `element` says what x[y][x] is from the axes' values and
 * the tile's row and column. The pieces have their axes in common.
 */
export function transformed(
  { name, from }: Named,
  layout: Layout,
  tiles: Tiles,
  matrix: Matrix,
  element: (values: ReadonlyMap<Axis, Index>, row: Index, column: Index) => Element,
): Keyed {
  const values: ReadonlyMap<Axis, Index> = fresh(layout.filter((dim) => dim instanceof Axis));
  const tiled = layout.includes("t");
  const row = counter("i", tiled ? tiles.rows : 1);
  const column = counter("j", tiled ? tiles.columns : 1);
  const t = row.times(tiles.columns).plus(column);
  const x = element(values, row, column);
  const points = bothWays(matrix, square(matrix[0]?.length ?? 0, x)).flat();
  const counts = placeIn(layout, { values: sizes(values), f: points.length, t: count(tiles) });
  const axes = [...values.values(), row, column].flatMap((index) => index.axis ?? []);
  const tensor = { name, shape: counts };
  const at = (f: number) => placeIn(layout, { values, f: constant(f), t });
  return {
    // Three elements tell where all are.
    key: `${matrix.join(";")} ${textOf(define(tensor, axes, add(x(0, 0), x(0, 1), x(1, 0)), from))}`,
    definition: { tensor, pieces: points.map((body, f) => ({ axes, at: at(f), body })), from },
  };
}

/** An axis, or 0 where it would have one step. */
const counter = (name: string, size: number): Index =>
  size > 1 ? new Axis(name, size) : constant(0);
