import { Axis, constant, type Index } from "../../../src/tensor/axis.ts";
import type { Expr, Read, Tensor } from "../../../src/tensor/expr.ts";
import type { Piece } from "../../../src/tensor/program.ts";
import { bound, reads, substitute, transform, within } from "../../../src/tensor/walk.ts";
import { unroll } from "../../loops/unroll.ts";
import type { Output } from "./algorithm.ts";

type Outputs = ReadonlyMap<Tensor, Output>;

/**
 * A piece that reads outputs as pieces that compute them, one for each place in a square: over the
 * whole squares, then over what is left of rows and columns. A pool's window over outputs is written
 * out. Nothing where a square would be computed more than once, or under another sum.
 */
export function inSquares(piece: Piece, outputs: Outputs): Piece[] | undefined {
  const found = outputReads(piece.body, outputs);
  const axes = found.flatMap(({ at }) => at.slice(-2).flatMap((index) => index.axes));
  const windows = new Set(axes.filter((axis) => !piece.axes.includes(axis)));
  const body = unroll(piece.body, (axis) => windows.has(axis));
  const cuts = cutsOf(found, piece.axes, outputs);
  if (!cuts || [...within(body)].some((e) => bound(e).length > 0)) return undefined;
  const regions = combinations(cuts).map((spans) => inRegion({ ...piece, body }, spans, outputs));
  return regions.every((pieces) => pieces !== undefined) ? regions.flat() : undefined;
}

const outputReads = (body: Expr, outputs: Outputs): Read[] =>
  reads(body).filter((r) => outputs.has(r.tensor));

/** axis = base + 0, base + 1, … base + count − 1, the base in terms of a new axis if there is one. */
interface Span {
  readonly axis: Axis;
  readonly along: readonly Axis[];
  readonly base: Index;
  readonly count: number;
}

/** The axes that rows and columns depend on, each cut where squares begin. */
function cutsOf(
  found: readonly Read[],
  axes: readonly Axis[],
  outputs: Outputs,
): readonly (readonly Span[])[] | undefined {
  const periods = new Map<Axis, number>();
  for (const { tensor, at } of found)
    for (const index of at.slice(-2))
      for (const axis of index.axes) {
        if (!axes.includes(axis)) continue;
        const size = outputs.get(tensor)?.size ?? 1;
        const period = size / Math.abs(index.step(axis) ?? Infinity);
        if (!Number.isInteger(period)) return undefined;
        periods.set(axis, period);
      }
  return [...periods].map(([axis, period]) => {
    const whole = Math.floor(axis.size / period);
    const along = whole > 1 ? [new Axis(axis.name, whole)] : [];
    const base = along[0]?.times(period) ?? constant(0);
    const [start, left] = [whole * period, axis.size % period];
    return [
      ...(whole > 0 ? [{ axis, along, base, count: period }] : []),
      ...(left > 0 ? [{ axis, along: [], base: constant(start), count: left }] : []),
    ];
  });
}

/** One of each list, in all ways. */
const combinations = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>(
    (found, list) => found.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );

/** A piece for each step of the spans. */
function inRegion(piece: Piece, spans: readonly Span[], outputs: Outputs): Piece[] | undefined {
  const squares = new Map<Tensor, { readonly key: string; readonly values: readonly Expr[][] }>();
  const steps = spans.map(({ count }) => Array.from({ length: count }, (_, i) => i));
  const axes = piece.axes.flatMap((a) => spans.find(({ axis }) => axis === a)?.along ?? [a]);
  const made: Piece[] = [];
  for (const offsets of combinations(steps)) {
    const values = new Map(spans.map(({ axis, base }, d) => [axis, base.plus(offsets[d] ?? 0)]));
    const body = substitute(piece.body, values);
    const worth = new Map<Expr, Expr>();
    for (const r of outputReads(body, outputs)) {
      const value = elementOf(r, outputs.get(r.tensor), squares);
      if (!value) return undefined;
      worth.set(r, value);
    }
    const at = piece.at.map((index) => index.at(values));
    made.push({ axes, at, body: transform(body, (e) => worth.get(e) ?? e) });
  }
  return made;
}

/** An element of the one square that the region computes of the output. */
function elementOf(
  { tensor, at }: Read,
  output: Output | undefined,
  squares: Map<Tensor, { readonly key: string; readonly values: readonly Expr[][] }>,
): Expr | undefined {
  const others = at.slice(0, -2);
  const [row, column] = at.slice(-2);
  if (!output || !row || !column) return undefined;
  const [i, j] = [row.modulo(output.size), column.modulo(output.size)];
  if (i.terms.length + j.terms.length > 0) return undefined;
  const square = [row.over(output.size), column.over(output.size)] as const;
  const key = [...others, ...square].map((index) => index.key).join();
  const known = squares.get(tensor) ?? { key, values: output.square(others, ...square) };
  squares.set(tensor, known);
  return known.key === key ? known.values[i.offset]?.[j.offset] : undefined;
}
