import type { AtLeastOne, Unless, Divides, RankError } from "./fault.ts";
import type { SizeOf } from "./option.ts";
import type { Slide1d, Slide2d, Window1dSizes, Window2dSizes, WithChannels } from "./slide.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

export interface FilterSizes {
  /** How many feature maps come out. */
  readonly filters: number;
  /** The channels are split into so many groups that see nothing of each other; 1 where not given. */
  readonly groups?: number;
}

/** The options of a 2-d convolution that its shape follows from. */
export interface Conv2dSizes extends FilterSizes, Window2dSizes {}
export interface Conv1dSizes extends FilterSizes, Window1dSizes {}

/** [c, h, w] → [filters, ⌊(h + pads − dilation·(kernel − 1) − 1) / stride⌋ + 1, likewise w]. */
export type Conv2dShape<S extends Shape, O extends Conv2dSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer H extends number, infer W extends number]
      ? Unless<
          ChannelFault<"conv2d", C, O>,
          WithChannels<SizeOf<O, "filters">, Slide2d<"conv2d", H, W, O>>
        >
      : RankError<"conv2d", "[channels, height, width]", S>;

/** [c, l] → [filters, ⌊(l + pads − dilation·(kernel − 1) − 1) / stride⌋ + 1]. */
export type Conv1dShape<S extends Shape, O extends Conv1dSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, infer L extends number]
      ? Unless<
          ChannelFault<"conv1d", C, O>,
          WithChannels<SizeOf<O, "filters">, Slide1d<"conv1d", L, O>>
        >
      : RankError<"conv1d", "[channels, length]", S>;

export type ChannelFault<Op extends string, C extends number, O extends FilterSizes> = GroupFault<
  Op,
  C,
  SizeOf<O, "filters">,
  SizeOf<O, "groups">
>;

type GroupFault<
  Op extends string,
  C extends number,
  Filters extends number,
  Groups extends number,
> =
  | AtLeastOne<Op, "filters", Filters>
  | AtLeastOne<Op, "groups", Groups>
  | Unless<
      Divides<Op, "groups", Groups, C, "input channels">,
      Divides<Op, "groups", Groups, Filters, "filters">
    >;
