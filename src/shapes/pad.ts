import type { Fraction, RankError, ShapeError, Unless } from "./fault.ts";
import type { Add, Less } from "./integer.ts";
import type { Option, Sides, SidesOption } from "./option.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

export interface PadSizes {
  /** A number, [vertical, horizontal], or [top, left, bottom, right]; negative cuts off. */
  readonly padding: SidesOption;
  /** What stands in the border; "constant" where not given. */
  readonly mode?: "constant" | "reflect" | "edge" | "wrap";
}

/** [..., h, w] → [..., h + top + bottom, w + left + right]. */
export type PadShape<S extends Shape, O extends PadSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [
          ...infer Before extends Shape,
          infer H extends number,
          infer W extends number,
        ]
      ? Sides<Option<O, "padding", 0, number>> extends readonly [
          infer Top extends number,
          infer Left extends number,
          infer Bottom extends number,
          infer Right extends number,
        ]
        ? Unless<
            | Fraction<"pad", "padding", Top>
            | Fraction<"pad", "padding", Left>
            | Fraction<"pad", "padding", Bottom>
            | Fraction<"pad", "padding", Right>
            | BorderFault<Option<O, "mode", "constant", string>, H, W, [Top, Left, Bottom, Right]>
            | LeftOver<H, Add<Add<H, Top>, Bottom>>
            | LeftOver<W, Add<Add<W, Left>, Right>>,
            [...Before, Add<Add<H, Top>, Bottom>, Add<Add<W, Left>, Right>]
          >
        : number[]
      : RankError<"pad", "[..., height, width]", S>;

type LeftOver<Size extends number, N extends number> =
  Less<N, 1> extends true
    ? ShapeError<`pad: nothing is left of the ${Size} that the padding cuts off`, "padding">
    : never;

/** A border shows what is there. */
type BorderFault<
  Mode,
  H extends number,
  W extends number,
  P extends readonly [number, number, number, number],
> = [Mode] extends ["reflect"]
  ? Reflects<H, P[0]> | Reflects<W, P[1]> | Reflects<H, P[2]> | Reflects<W, P[3]>
  : [Mode] extends ["wrap"]
    ? Wraps<H, P[0]> | Wraps<W, P[1]> | Wraps<H, P[2]> | Wraps<W, P[3]>
    : never;

type Wraps<Size extends number, Padding extends number> =
  Less<Size, Padding> extends true
    ? ShapeError<
        `pad: wrapping around of ${Padding} needs at least ${Padding} elements, the axis has ${Size}`,
        "padding"
      >
    : never;

/** A reflection does not repeat the edge, so it has one element less than the axis to show. */
type Reflects<Size extends number, Padding extends number> =
  Less<Padding, Size> extends true
    ? never
    : Less<Size, Add<Padding, 1>> extends true
      ? ShapeError<
          `pad: a reflection of ${Padding} needs more than ${Padding} elements, the axis has ${Size}`,
          "padding"
        >
      : never;
