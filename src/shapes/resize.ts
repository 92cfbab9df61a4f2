import type { AtLeastOne, RankError, ShapeError, Unless } from "./fault.ts";
import type { Differ, FloorDiv, Mod, Mul } from "./integer.ts";
import type { PairOf, PairOption, SizeOf } from "./option.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

/** One of the two is given. */
export interface UpsampleSizes {
  /** Output = input · scale: a number, or [vertical, horizontal]. */
  readonly scale?: PairOption;
  /** What comes out: a number, or [height, width]. */
  readonly size?: PairOption;
}

/** [c, h, w] → [c, h·scale, w·scale], or [c, ...size]. */
export type UpsampleShape<S extends Shape, O extends UpsampleSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? "size" extends keyof O
        ? Resized<C, PairOf<O, "size", number>, "size">
        : Resized<C, Scaled<H, W, PairOf<O, "scale", number>>, "scale">
      : RankError<"upsample", "[channels, height, width]", S>;

type Scaled<H extends number, W extends number, By extends readonly [number, number]> = [
  Mul<H, By[0]>,
  Mul<W, By[1]>,
];

type Resized<C extends number, Sizes extends readonly [number, number], At extends string> = Unless<
  AtLeastOne<"upsample", At, Sizes[0]> | AtLeastOne<"upsample", At, Sizes[1]>,
  [C, ...Sizes]
>;

export interface PixelShuffleSizes {
  /** How many pixels each pixel becomes, in each direction. */
  readonly scale: number;
}

/** [c·r², h, w] → [c, h·r, w·r]. */
export type PixelShuffleShape<S extends Shape, O extends PixelShuffleSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? Unless<
          AtLeastOne<"pixelShuffle", "scale", SizeOf<O, "scale">>,
          Shuffled<C, H, W, SizeOf<O, "scale">, Mul<SizeOf<O, "scale">, SizeOf<O, "scale">>>
        >
      : RankError<"pixelShuffle", "[channels, height, width]", S>;

type Shuffled<
  C extends number,
  H extends number,
  W extends number,
  R extends number,
  Square extends number,
> =
  Differ<Mod<C, Square>, 0> extends true
    ? ShapeError<`pixelShuffle: ${C} channels do not divide by ${R}·${R} = ${Square}`, "scale">
    : [FloorDiv<C, Square>, Mul<H, R>, Mul<W, R>];
