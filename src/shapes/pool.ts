import type { AtLeastOne, RankError, Unless } from "./fault.ts";
import type { Ends, NoOptions, Option, PairOf, PairOption, SidesOf, SizeOf } from "./option.ts";
import type { Slide1d, Slide2d, Window1dSizes, Window2dSizes, WithChannels } from "./slide.ts";
import type { IsDynamic, Shape } from "./tensor.ts";
import type { HidingFault } from "./window.ts";

/** The options of a 2-d pooling that its shape follows from; the stride is the kernel where not given. */
export interface Pool2dSizes extends Window2dSizes {
  /** Count a last window that sticks out; false where not given. */
  readonly ceilMode?: boolean;
}

export interface Pool1dSizes extends Window1dSizes {
  /** Count a last window that sticks out; false where not given. */
  readonly ceilMode?: boolean;
}

/** [c, h, w] → [c, ⌊(h + pads − dilation·(kernel − 1) − 1) / stride⌋ + 1, likewise w]; ⌈⌉ with ceilMode. */
export type Pool2dShape<S extends Shape, O extends Pool2dSizes, Op extends string = "pool2d"> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? WithChannels<
          C,
          Seen<
            Slide2d<Op, H, W, O, O["kernel"], CeilModeOf<O>>,
            Hiding2d<Op, PairOf<O, "kernel">, PairOf<O, "dilation">, SidesOf<O>>
          >
        >
      : RankError<Op, "[channels, height, width]", S>;

/** [c, l] → [c, ⌊(l + pads − dilation·(kernel − 1) − 1) / stride⌋ + 1]; ⌈⌉ with ceilMode. */
export type Pool1dShape<S extends Shape, O extends Pool1dSizes, Op extends string = "pool1d"> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer L extends number]
      ? WithChannels<
          C,
          Seen<
            Slide1d<Op, L, O, O["kernel"], CeilModeOf<O>>,
            Hiding<
              Op,
              SizeOf<O, "kernel">,
              SizeOf<O, "dilation">,
              Ends<Option<O, "padding", 0, number>>
            >
          >
        >
      : RankError<Op, "[channels, length]", S>;

/** The sizes, unless padding hides a window whole. */
type Seen<Sizes, Hidden> = Sizes extends readonly number[] ? Unless<Hidden, Sizes> : Sizes;

type Two = readonly [number, number];

type Hiding2d<Op extends string, K extends Two, D extends Two, P> = P extends readonly [
  infer Top extends number,
  infer Left extends number,
  infer Bottom extends number,
  infer Right extends number,
]
  ? Hiding<Op, K[0], D[0], [Top, Bottom]> | Hiding<Op, K[1], D[1], [Left, Right]>
  : never;

/** "same" never pads as much as a window spans. */
type Hiding<Op extends string, K extends number, D extends number, P> = P extends readonly [
  infer Before extends number,
  infer After extends number,
]
  ? HidingFault<Op, { kernel: K; stride: 1; dilation: D; before: Before; after: After }>
  : never;

type CeilModeOf<O> =
  Option<O, "ceilMode", false, boolean> extends infer C extends boolean ? C : boolean;

export interface GlobalPoolSizes {
  /** [c, 1, 1] instead of [c]; false where not given. */
  readonly keepDims?: boolean;
}

/** [c, h, w] → [c], or [c, 1, 1] with keepDims. */
export type GlobalPool2dShape<
  S extends Shape,
  O extends GlobalPoolSizes = NoOptions,
  Op extends string = "globalPool2d",
> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, number, number]
      ? [Option<O, "keepDims", false, boolean>] extends [false]
        ? [C]
        : [Option<O, "keepDims", false, boolean>] extends [true]
          ? [C, 1, 1]
          : number[]
      : RankError<Op, "[channels, height, width]", S>;

export interface AdaptivePool2dSizes {
  /** What comes out: a number, or [height, width]. */
  readonly size: PairOption;
}

/** [c, h, w] → [c, ...size]. */
export type AdaptivePool2dShape<
  S extends Shape,
  O extends AdaptivePool2dSizes,
  Op extends string = "adaptivePool2d",
> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, number, number]
      ? Unless<
          | AtLeastOne<Op, "size", PairOf<O, "size">[0]>
          | AtLeastOne<Op, "size", PairOf<O, "size">[1]>,
          [C, ...PairOf<O, "size">]
        >
      : RankError<Op, "[channels, height, width]", S>;
