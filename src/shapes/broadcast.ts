import type { ShapeError } from "./fault.ts";
import type { Differ, IsKnown, Max, Size } from "./integer.ts";
import type { Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

/**
 * Two shapes combined element by element, as numpy does it: aligned at the last axis, a size of 1 (or an
 * axis that is not there) is repeated. The second operand is at fault ("other") where they do not fit.
 */
export type BroadcastShape<A extends Shape, B extends Shape, Op extends string = "broadcast"> =
  IsDynamic<A> extends true
    ? number[]
    : IsDynamic<B> extends true
      ? number[]
      : Aligned<A, B> extends infer R
        ? R extends Clash
          ? ShapeError<
              `${Op}: ${Show<A>} and ${Show<B>} differ in axis ${R["axis"]} (${R["a"]} and ${R["b"]})`,
              "other"
            >
          : R
        : never;

interface Clash {
  readonly axis: number;
  readonly a: number;
  readonly b: number;
}

/** From the last axis to the first, so that the clash that stays is the first one. */
type Aligned<
  A extends Shape,
  B extends Shape,
  Found extends number[] = [],
  Bad extends Clash | null = null,
> = A extends readonly [...infer As extends Shape, infer a extends number]
  ? B extends readonly [...infer Bs extends Shape, infer b extends number]
    ? Fits<a, b> extends true
      ? Aligned<As, Bs, [Wider<a, b>, ...Found], Bad>
      : Aligned<As, Bs, Found, { axis: Max<As["length"], Bs["length"]>; a: a; b: b }>
    : Bad extends null
      ? [...A, ...Found]
      : Bad
  : Bad extends null
    ? [...B, ...Found]
    : Bad;

type Fits<A extends number, B extends number> = [A] extends [1]
  ? true
  : [B] extends [1]
    ? true
    : Differ<A, B> extends true
      ? false
      : true;

/** 1 gives way. Against a size that is not known, one greater than 1 stands: the other is it, or 1. */
type Wider<A extends number, B extends number> = [A] extends [1]
  ? Size<B>
  : [B] extends [1]
    ? Size<A>
    : IsKnown<A> extends true
      ? A
      : Size<B>;
