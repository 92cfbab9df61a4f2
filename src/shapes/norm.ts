import type { At, AxisOf } from "./axis.ts";
import type { AxisOption } from "./concat.ts";
import type { AtLeastOne, Divides, FaultsIn, RankError, Unless } from "./fault.ts";
import type { SizeOf } from "./option.ts";
import type { IsDynamic, Plain, Shape } from "./tensor.ts";

/** The shape of what came in, of at least one axis: batch norm, instance norm, prelu. */
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
    : Unless<FaultsIn<[AxisOf<Op, S, SizeOf<O, "axis", Default>, At<O, "axis">>]>, Plain<S>>;

/** The shape of what came in, of at least one axis, with an axis that must exist: layer norm, rms norm. */
export type FromAxisShape<
  S extends Shape,
  O extends AxisOption,
  Op extends string,
> = S extends readonly [] ? RankError<Op, "[channels, ...]", S> : AlongAxisShape<S, O, Op>;

export interface GroupNormSizes {
  /** How many groups of channels are normalised together. */
  readonly groups: number;
}

/** The shape of what came in; the groups must divide the channels. */
export type GroupNormShape<S extends Shape, O extends GroupNormSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [infer C extends number, ...Shape]
      ? Unless<GroupsFault<"groupNorm", SizeOf<O, "groups">, C>, Plain<S>>
      : RankError<"groupNorm", "[channels, ...]", S>;

/** Groups that do not divide the channels. */
export type GroupsFault<Op extends string, Groups extends number, C extends number> = Unless<
  AtLeastOne<Op, "groups", Groups>,
  Divides<Op, "groups", Groups, C, "channels">
>;
