import type { ChannelFault, FilterSizes } from "./conv.ts";
import type { AtLeast, RankError, ShapeError, Unless } from "./fault.ts";
import type { Add, IsKnown, Less, Max, Mul, Sub } from "./integer.ts";
import type { PairOf, PairOption, Sides, SidesOption, SizeOf, Option } from "./option.ts";
import type { Both, WithChannels } from "./slide.ts";
import type { IsDynamic, Shape } from "./tensor.ts";
import type { Span, Window, WindowFault } from "./window.ts";

/** The options of a transposed 2-d convolution that its shape follows from. */
export interface ConvTranspose2dSizes extends FilterSizes {
  /** Size of the window: a number, or [height, width]. */
  readonly kernel: PairOption;
  /** Distance at which the input's elements are spread: a number, or [vertical, horizontal]. */
  readonly stride?: PairOption;
  /** What is cut off the result: a number, [vertical, horizontal], or [top, left, bottom, right]. */
  readonly padding?: SidesOption;
  /** What is added at the bottom and on the right: a number, or [vertical, horizontal]. */
  readonly outputPadding?: PairOption;
  /** Distance of the kernel's taps: a number, or [vertical, horizontal]; 1 where not given. */
  readonly dilation?: PairOption;
}

/** [c, h, w] → [filters, (h − 1)·stride − pads + dilation·(kernel − 1) + outputPadding + 1, likewise w]. */
export type ConvTranspose2dShape<S extends Shape, O extends ConvTranspose2dSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? Unless<
          ChannelFault<"convTranspose2d", C, O>,
          WithChannels<
            SizeOf<O, "filters">,
            SpreadBoth<
              H,
              W,
              PairOf<O, "kernel">,
              PairOf<O, "stride">,
              PairOf<O, "dilation">,
              Sides<Option<O, "padding", 0, number>>,
              PairOf<O, "outputPadding", 0>
            >
          >
        >
      : RankError<"convTranspose2d", "[channels, height, width]", S>;

type Two = readonly [number, number];

type SpreadBoth<
  H extends number,
  W extends number,
  K extends Two,
  S extends Two,
  D extends Two,
  P,
  Extra extends Two,
> = P extends readonly [
  infer Top extends number,
  infer Left extends number,
  infer Bottom extends number,
  infer Right extends number,
]
  ? Both<
      Spread<
        H,
        { kernel: K[0]; stride: S[0]; dilation: D[0]; before: Top; after: Bottom },
        Extra[0]
      >,
      Spread<
        W,
        { kernel: K[1]; stride: S[1]; dilation: D[1]; before: Left; after: Right },
        Extra[1]
      >
    >
  : [number, number];

/** The adjoint of sliding: the window moves over the output, one step for each element of the input. */
type Spread<Size extends number, W extends Window, Extra extends number> = Unless<
  | WindowFault<"convTranspose2d", W>
  | Unless<AtLeast<"convTranspose2d", "outputPadding", Extra, 0>, ExtraFault<W, Extra>>,
  Grown<Size, W, Spanned<Size, W, Extra>>
>;

type Spanned<Size extends number, W extends Window, Extra extends number> = Add<
  Add<Mul<Sub<Size, 1>, W["stride"]>, Span<W["kernel"], W["dilation"]>>,
  Extra
>;

type Grown<Size extends number, W extends Window, Full extends number> =
  Less<Sub<Sub<Full, W["before"]>, W["after"]>, 1> extends true
    ? ShapeError<
        `convTranspose2d: padding ${W["before"]} + ${W["after"]} leaves nothing of the ${Full} that ${Size} spreads over`,
        "padding"
      >
    : Sub<Sub<Full, W["before"]>, W["after"]>;

/** More outputPadding than that would be rows that no tap reaches (PyTorch refuses it too). */
type ExtraFault<W extends Window, Extra extends number> = [Extra] extends [0]
  ? never
  : Less<Extra, Max<W["stride"], W["dilation"]>> extends true
    ? never
    : IsKnown<Max<W["stride"], W["dilation"]>> extends true
      ? IsKnown<Extra> extends true
        ? ShapeError<
            `convTranspose2d: outputPadding ${Extra} is not less than stride ${W["stride"]} or dilation ${W["dilation"]}`,
            "outputPadding"
          >
        : never
      : never;
