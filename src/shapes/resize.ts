import type { AtLeastOne, RankError, ShapeError, Unless } from "./fault.ts";
import type { Differ, FloorDiv, Mod, Mul } from "./integer.ts";
import type { GroupsFault } from "./norm.ts";
import type { Option, PairOf, PairOption, SizeOf } from "./option.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

/** One of the two is given. */
export interface UpsampleSizes {
  /** Output = input · scale: a number, or [vertical, horizontal]. */
  readonly scale?: PairOption;
  /** What comes out: a number, or [height, width]. */
  readonly size?: PairOption;
  /** The nearest element, or a weighted mean of the four around; "nearest" where not given. */
  readonly mode?: "nearest" | "bilinear";
  /** Bilinear: the corner elements stay at the corners; false where not given. */
  readonly alignCorners?: boolean;
}

/** [c, h, w] → [c, h·scale, w·scale], or [c, ...size]. */
export type UpsampleShape<S extends Shape, O extends UpsampleSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? Unless<CornersFault<O>, Sized<C, H, W, O, IsGiven<O, "scale">, IsGiven<O, "size">>>
      : RankError<"upsample", "[channels, height, width]", S>;

/** boolean: nobody knows. */
type IsGiven<O, Key extends string> =
  Option<O, Key, false, boolean> extends infer V ? ([V] extends [boolean] ? V : true) : never;

type Sized<
  C extends number,
  H extends number,
  W extends number,
  O extends UpsampleSizes,
  Scale,
  Size,
> = [Scale, Size] extends [true, true]
  ? ShapeError<"upsample: give scale or size, not both", "size">
  : [Scale, Size] extends [false, false]
    ? ShapeError<"upsample needs scale or size">
    : [Size] extends [true]
      ? Resized<C, PairOf<O, "size", number>>
      : [Size] extends [false]
        ? Unless<
            ScaleFault<PairOf<O, "scale", number>>,
            [C, ...Scaled<H, W, PairOf<O, "scale", number>>]
          >
        : [C, number, number];

type ScaleFault<By extends readonly [number, number]> =
  AtLeastOne<"upsample", "scale", By[0]> | AtLeastOne<"upsample", "scale", By[1]>;

type CornersFault<O> = [Option<O, "alignCorners", false, boolean>] extends [true]
  ? [Option<O, "mode", "nearest", string>] extends ["nearest"]
    ? ShapeError<
        "upsample: alignCorners is for bilinear: the nearest element has no corners",
        "alignCorners"
      >
    : never
  : never;

type Scaled<H extends number, W extends number, By extends readonly [number, number]> = [
  Mul<H, By[0]>,
  Mul<W, By[1]>,
];

type Resized<C extends number, Sizes extends readonly [number, number]> = Unless<
  AtLeastOne<"upsample", "size", Sizes[0]> | AtLeastOne<"upsample", "size", Sizes[1]>,
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

export interface ChannelShuffleSizes {
  /** The channels of each of so many groups are dealt out to all. */
  readonly groups: number;
}

/** The shape of what came in; the groups must divide the channels. */
export type ChannelShuffleShape<S extends Shape, O extends ChannelShuffleSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? Unless<GroupsFault<"channelShuffle", SizeOf<O, "groups">, C>, [C, H, W]>
      : RankError<"channelShuffle", "[channels, height, width]", S>;
