import type {
  PairOf,
  PairOption,
  PaddingOption,
  SidesOf,
  Ends,
  EndsOption,
  Option,
  SizeOf,
} from "./option.ts";
import type { Slide, SlideCeil, SlideSame, Window } from "./window.ts";

/** What the two output sizes of a sliding window follow from. */
export interface Window2dSizes {
  /** Size of the window: a number, or [height, width]. */
  readonly kernel: PairOption;
  /** Step of the window: a number, or [vertical, horizontal]. */
  readonly stride?: PairOption;
  /** A number, [vertical, horizontal], [top, left, bottom, right], "same" or "valid"; 0 where not given. */
  readonly padding?: PaddingOption;
  /** Distance of the kernel's taps: a number, or [vertical, horizontal]; 1 where not given. */
  readonly dilation?: PairOption;
}

export interface Window1dSizes {
  /** Length of the window. */
  readonly kernel: number;
  /** Step of the window. */
  readonly stride?: number;
  /** A number, [before, after], "same" or "valid"; 0 where not given. */
  readonly padding?: EndsOption;
  /** Distance of the kernel's taps; 1 where not given. */
  readonly dilation?: number;
}

/** How a last window that does not fit is counted; boolean: it is not known. */
export type CeilMode = boolean;

/** [p, q]: how often a window fits into h × w, or the first thing that is impossible. */
export type Slide2d<
  Op extends string,
  H extends number,
  W extends number,
  O extends Window2dSizes,
  DefaultStride = 1,
  Ceil extends CeilMode = false,
> = SlideBoth<
  Op,
  H,
  W,
  PairOf<O, "kernel">,
  PairOf<O, "stride", DefaultStride>,
  PairOf<O, "dilation">,
  SidesOf<O>,
  Ceil
>;

type Two = readonly [number, number];

type SlideBoth<
  Op extends string,
  H extends number,
  W extends number,
  K extends Two,
  S extends Two,
  D extends Two,
  P extends readonly [number, number, number, number] | "same",
  Ceil extends CeilMode,
> = P extends readonly [
  infer Top extends number,
  infer Left extends number,
  infer Bottom extends number,
  infer Right extends number,
]
  ? Both<
      Rounded<
        Op,
        H,
        { kernel: K[0]; stride: S[0]; dilation: D[0]; before: Top; after: Bottom },
        Ceil
      >,
      Rounded<
        Op,
        W,
        { kernel: K[1]; stride: S[1]; dilation: D[1]; before: Left; after: Right },
        Ceil
      >
    >
  : Both<
      SlideSame<Op, H, { kernel: K[0]; stride: S[0]; dilation: D[0]; before: 0; after: 0 }>,
      SlideSame<Op, W, { kernel: K[1]; stride: S[1]; dilation: D[1]; before: 0; after: 0 }>
    >;

/** [p]: the same along one axis. */
export type Slide1d<
  Op extends string,
  L extends number,
  O extends Window1dSizes,
  DefaultStride = 1,
  Ceil extends CeilMode = false,
> = SlideOne<
  Op,
  L,
  SizeOf<O, "kernel">,
  SizeOf<O, "stride", DefaultStride>,
  SizeOf<O, "dilation">,
  Ends<Option<O, "padding", 0, number>>,
  Ceil
>;

type SlideOne<
  Op extends string,
  L extends number,
  K extends number,
  S extends number,
  D extends number,
  P extends Two | "same",
  Ceil extends CeilMode,
> = One<
  P extends readonly [infer Before extends number, infer After extends number]
    ? Rounded<Op, L, { kernel: K; stride: S; dilation: D; before: Before; after: After }, Ceil>
    : SlideSame<Op, L, { kernel: K; stride: S; dilation: D; before: 0; after: 0 }>
>;

type Rounded<Op extends string, Size extends number, W extends Window, Ceil extends CeilMode> = [
  Ceil,
] extends [false]
  ? Slide<Op, Size, W>
  : [Ceil] extends [true]
    ? SlideCeil<Op, Size, W>
    : Slide<Op, Size, W> extends infer P
      ? P extends number
        ? number
        : P
      : never;

/** Two sizes, or what is wrong with the first or the second. */
export type Both<P, Q> = P extends number ? (Q extends number ? [P, Q] : Q) : P;

type One<P> = P extends number ? [P] : P;

/** [c, ...sizes], unless there is an error in place of the sizes. */
export type WithChannels<C extends number, Sizes> = Sizes extends readonly number[]
  ? [C, ...Sizes]
  : Sizes;
