import type { Fraction, ShapeError, Unless } from "./fault.ts";
import type { Add, IsKnown, Less, Sub } from "./integer.ts";
import type { Show } from "./show.ts";
import type { Shape } from "./tensor.ts";

/**
 * The axis counted from the front: −1 of three axes is 2. An error where there is no such axis, number where
 * it is not known which.
 */
export type AxisOf<
  Op extends string,
  S extends Shape,
  Axis extends number,
  At extends string = "axis",
> =
  IsKnown<Axis> extends true
    ? Less<FromFront<S, Axis>, 0> extends true
      ? NoSuchAxis<Op, S, Axis, At>
      : Less<FromFront<S, Axis>, S["length"]> extends true
        ? FromFront<S, Axis>
        : NoSuchAxis<Op, S, Axis, At>
    : Unless<Fraction<Op, At, Axis>, number>;

/** Where a fault of the option lies: in the input, where a default does not fit it. */
export type At<O, Key extends string> = Key extends keyof O ? Key : "input";

type FromFront<S extends Shape, Axis extends number> =
  Less<Axis, 0> extends true ? Add<S["length"], Axis> : Axis;

type NoSuchAxis<
  Op extends string,
  S extends Shape,
  Axis extends number,
  At extends string,
> = ShapeError<`${Op}: axis ${Axis} is none of ${Show<S>}, which has ${Axes<S["length"]>}`, At>;

type Axes<Rank extends number> = Rank extends 0
  ? "no axes"
  : Rank extends 1
    ? "only axis 0"
    : `axes 0 to ${Sub<Rank, 1>}`;

/** The shape with another size along one axis. */
export type WithSize<S extends Shape, Axis extends number, N extends number> = {
  -readonly [I in keyof S]: I extends `${Axis}` ? N : S[I];
};

/** Every size unknown, the rank kept. */
export type Blurred<S extends Shape> = { -readonly [I in keyof S]: number };
