import type { AxisOf, Blurred, WithSize } from "./axis.ts";
import type { AtLeastOne, Fraction, ShapeError, Unless } from "./fault.ts";
import type { Add, CeilDiv, Less, Max, Min, Sub } from "./integer.ts";
import type { SizeOf } from "./option.ts";
import type { Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

export interface SliceSizes {
  /** Counted without the batch, negative from the end. */
  readonly axis: number;
  /** The first index kept, negative from the end; 0 where not given. */
  readonly start?: number;
  /** The index to stop before, negative from the end; the size of the axis where not given. */
  readonly end?: number;
  /** Every how many; 1 where not given. */
  readonly step?: number;
}

/** Indices start, start + step, … before end: ⌈(end − start) / step⌉, both clamped into the axis. */
export type SliceShape<S extends Shape, O extends SliceSizes> =
  IsDynamic<S> extends true
    ? number[]
    : AxisOf<"slice", S, SizeOf<O, "axis">> extends infer Axis
      ? Axis extends number
        ? Unless<
            | Fraction<"slice", "start", SizeOf<O, "start", 0>>
            | Fraction<"slice", "end", SizeOf<O, "end", 0>>
            | AtLeastOne<"slice", "step", SizeOf<O, "step">>,
            number extends Axis
              ? Blurred<S>
              : Kept<
                  S,
                  Axis,
                  Clamped<SizeOf<O, "start", 0>, S[Axis]>,
                  Clamped<SizeOf<O, "end", S[Axis]>, S[Axis]>,
                  SizeOf<O, "step">
                >
          >
        : Axis
      : never;

type Kept<
  S extends Shape,
  Axis extends number,
  Start extends number,
  End extends number,
  Step extends number,
> =
  Less<Sub<End, Start>, 1> extends true
    ? ShapeError<
        `slice: from ${Start} to ${End} nothing is left of axis ${Axis} of ${Show<S>}`,
        "axis"
      >
    : WithSize<S, Axis, CeilDiv<Sub<End, Start>, Step>>;

type Clamped<Index extends number, N extends number> = Max<
  0,
  Min<N, Less<Index, 0> extends true ? Add<Index, N> : Index>
>;
