import type { AtLeastOne, FaultsIn, ShapeError, Unless } from "./fault.ts";
import type { Differ, FloorDiv, IsKnown, Mod, Mul, Size } from "./integer.ts";
import type { AxisOf } from "./axis.ts";
import type { Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

/** How many numbers a shape holds: the product of its sizes. */
export type Count<S extends Shape, Found extends number = 1> = S extends readonly [
  infer N extends number,
  ...infer Rest extends Shape,
]
  ? Count<Rest, Found extends 1 ? N : Mul<Found, N>>
  : Found;

/** [16, 5, 5] → [400]. */
export type FlattenShape<S extends Shape> =
  IsDynamic<S> extends true ? number[] : IsKnown<S["length"]> extends true ? [Count<S>] : number[];

/** The same numbers in another shape; one size may be −1: what is left. */
export type ReshapeShape<S extends Shape, To extends Shape> =
  IsDynamic<To> extends true
    ? number[]
    : Unless<SizeFault<To>, IsDynamic<S> extends true ? Resolved<To, number> : Filled<S, To>>;

/** The first size that is neither positive nor −1. */
type SizeFault<To extends Shape, Rest extends Shape = To> = Rest extends readonly [
  infer N extends number,
  ...infer More extends Shape,
]
  ? [N] extends [-1]
    ? SizeFault<To, More>
    : [AtLeastOne<"reshape", "size", N>] extends [never]
      ? SizeFault<To, More>
      : ShapeError<`reshape: the shape ${Show<To>} has the size ${N}`, "shape">
  : never;

type Filled<S extends Shape, To extends Shape> =
  Holes<To> extends readonly []
    ? Differ<Count<S>, Count<To>> extends true
      ? ShapeError<
          `reshape: ${Show<S>} holds ${Count<S>} numbers, ${Show<To>} holds ${Count<To>}`,
          "shape"
        >
      : Resolved<To, number>
    : Holes<To> extends readonly [-1]
      ? Differ<Mod<Count<S>, Count<Given<To>>>, 0> extends true
        ? ShapeError<
            `reshape: the ${Count<S>} numbers of ${Show<S>} do not divide by ${Count<Given<To>>} to fill ${Show<To>}`,
            "shape"
          >
        : Resolved<To, FloorDiv<Count<S>, Count<Given<To>>>>
      : ShapeError<`reshape: ${Show<To>} leaves more than one size open`, "shape">;

/** The sizes that are −1, and nothing else. */
type Holes<To extends Shape> = To extends readonly [infer N, ...infer Rest extends Shape]
  ? [N] extends [-1]
    ? [-1, ...Holes<Rest>]
    : Holes<Rest>
  : [];

/** The sizes that are not. */
type Given<To extends Shape> = To extends readonly [
  infer N extends number,
  ...infer Rest extends Shape,
]
  ? [N] extends [-1]
    ? Given<Rest>
    : [N, ...Given<Rest>]
  : [];

type Resolved<To extends Shape, Open extends number> = {
  -readonly [I in keyof To]: To[I] extends -1 ? Open : Size<To[I]>;
};

/** y has axis i of the result where x has axis axes[i]: [16, 5, 7] by [1, 2, 0] → [5, 7, 16]. */
export type TransposeShape<S extends Shape, Axes extends Shape> =
  IsDynamic<S> extends true
    ? number[]
    : IsDynamic<Axes> extends true
      ? number[]
      : Axes["length"] extends S["length"]
        ? Unless<
            | FaultsIn<AxesOf<"transpose", S, Axes>>
            | Repeated<`transpose: the order ${Show<Axes>}`, AxesOf<"transpose", S, Axes>>,
            Picked<S, AxesOf<"transpose", S, Axes>>
          >
        : IsKnown<S["length"]> extends true
          ? ShapeError<
              `transpose: ${Show<S>} has ${S["length"]} axes, the order ${Show<Axes>} names ${Axes["length"]}`,
              "axes"
            >
          : number[];

/** Each axis counted from the front, or its error. */
export type AxesOf<Op extends string, S extends Shape, Axes extends Shape> = Axes extends readonly [
  infer A extends number,
  ...infer Rest extends Shape,
]
  ? [AxisOf<Op, S, A, "axes">, ...AxesOf<Op, S, Rest>]
  : [];

/** One axis named twice. */
export type Repeated<
  Said extends string,
  Found extends readonly unknown[],
> = Found extends readonly [infer A, ...infer Rest]
  ? number extends A | Rest[number]
    ? Repeated<Said, Rest>
    : A extends Rest[number]
      ? ShapeError<`${Said} names axis ${A & number} twice`, "axes">
      : Repeated<Said, Rest>
  : never;

type Picked<S extends Shape, Axes extends readonly unknown[]> = {
  [I in keyof Axes]: Axes[I] extends number ? Size<S[Axes[I]]> : number;
};
