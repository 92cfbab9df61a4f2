import { Axis, constant, type Index, type Range } from "../tensor/axis.ts";
import type { Tensor } from "../tensor/expr.ts";
import type { Piece, Program } from "../tensor/program.ts";
import { reads } from "../tensor/walk.ts";

/**
 * How many rows and columns of an input one element of `tensor` depends on: the ranges of all indices
 * that are read on the way back, over all branches. Rows beyond the input, padding, count too.
 */
export function receptiveField(
  program: Program,
  tensor: Tensor,
  inputs: readonly Tensor[],
): readonly number[] {
  const middle = tensor.shape.map((n) => ({ least: n >> 1, most: n >> 1 }));
  const boxes = new Map<Tensor, readonly Range[]>([[tensor, middle]]);
  for (const definition of [...program.definitions].reverse()) {
    const box = boxes.get(definition.tensor);
    if (!box) continue;
    for (const piece of definition.pieces) {
      const values = cornered(piece, box);
      if (!values) continue;
      for (const { tensor, at } of reads(piece.body)) {
        const ranges = at.map((index) => index.at(values).range);
        boxes.set(tensor, joined(boxes.get(tensor), ranges));
      }
    }
  }
  const fields = inputs
    .map((input) => boxes.get(input)?.slice(2) ?? [])
    .map((box) => box.map(({ least, most }) => most - least + 1));
  return fields.reduce(
    (a, b) => (a.length >= b.length ? a.map((n, d) => Math.max(n, b[d] ?? 0)) : b),
    [],
  );
}

/** The piece's axes, each within its side of the box; nothing where the piece lies outside of it. */
function cornered(piece: Piece, box: readonly Range[]): ReadonlyMap<Axis, Index> | undefined {
  const values = new Map<Axis, Index>();
  for (const [d, index] of piece.at.entries()) {
    const side = box[d];
    const [axis] = index.axes;
    if (!side || !axis || index.step(axis) !== 1) continue;
    const shift = index.minus(axis);
    if (shift.terms.length > 0) continue;
    // a box may reach over the border of the tensor, but not over the border between two pieces
    const whole = piece.at.length === piece.axes.length && shift.offset === 0;
    const least = whole ? side.least : Math.max(0, side.least - shift.offset);
    const most = whole ? side.most : Math.min(axis.size - 1, side.most - shift.offset);
    if (most < least) return undefined;
    values.set(axis, constant(least).plus(new Axis(axis.name, most - least + 1)));
  }
  return values;
}

const joined = (a: readonly Range[] | undefined, b: readonly Range[]): readonly Range[] =>
  b.map((range, d) => ({
    least: Math.min(range.least, a?.[d]?.least ?? range.least),
    most: Math.max(range.most, a?.[d]?.most ?? range.most),
  }));
