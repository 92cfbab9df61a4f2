import type { AxisOf } from "./axis.ts";
import type { AxisOption } from "./concat.ts";
import type { Divides, FaultsIn, RankError, Unless } from "./fault.ts";
import type { SizeOf } from "./option.ts";
import type { IsDynamic, Plain, Shape } from "./tensor.ts";

/** The shape of what came in, of at least one axis: batch norm, layer norm, prelu. */
export type ChannelwiseShape<S extends Shape, Op extends string> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly []
      ? RankError<Op, "[channels, ...]", S>
      : Plain<S>;

/** The shape of what came in, with an axis that must exist: softmax, log-softmax. */
export type AlongAxisShape<
  S extends Shape,
  O extends AxisOption,
  Op extends string,
  Default extends number = 0,
> =
  IsDynamic<S> extends true
    ? number[]
    : Unless<FaultsIn<[AxisOf<Op, S, SizeOf<O, "axis", Default>>]>, Plain<S>>;

export interface GroupNormSizes {
  /** How many groups of channels are normalised together. */
  readonly groups: number;
}

/** The shape of what came in; the groups must divide the channels. */
export type GroupNormShape<S extends Shape, O extends GroupNormSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, ...Shape]
      ? Unless<Divides<"groupNorm", "groups", SizeOf<O, "groups">, C, "channels">, Plain<S>>
      : RankError<"groupNorm", "[channels, ...]", S>;
