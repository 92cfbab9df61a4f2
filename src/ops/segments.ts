import { Axis, type Index } from "../tensor/axis.ts";
import type { Expr } from "../tensor/expr.ts";
import type { Piece } from "../tensor/program.ts";

/** A stretch of an output axis, and where in the input each of its elements comes from. */
export interface Segment {
  readonly size: number;
  readonly from: (i: Index) => Index;
}

/** The whole axis, as it is. */
export const whole = (size: number): readonly Segment[] => [{ size, from: (i) => i }];

/**
 * A piece for every choice of one segment an axis. The segments of an axis lie one after the other;
 * an axis of one segment stays the output's own.
 */
export function pieces(
  out: readonly Axis[],
  segments: readonly (readonly Segment[])[],
  body: (from: readonly Index[]) => Expr,
): Piece[] {
  return choices(segments.map(placed)).map((chosen) => {
    const axes = chosen.map(({ size }, d) =>
      out[d]?.size === size ? out[d] : new Axis(out[d]?.name ?? "i", size),
    );
    const at = axes.map((axis, d) => axis.plus(chosen[d]?.start ?? 0));
    return { axes, at, body: body(axes.map((axis, d) => chosen[d]?.from(axis) ?? axis)) };
  });
}

type Placed = Segment & { readonly start: number };

function placed(segments: readonly Segment[]): readonly Placed[] {
  let start = 0;
  return segments
    .map((segment) => {
      const here = { ...segment, start };
      start += segment.size;
      return here;
    })
    .filter(({ size }) => size > 0);
}

const choices = (lists: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] =>
  lists.reduce<readonly (readonly Placed[])[]>(
    (found, list) => found.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );
