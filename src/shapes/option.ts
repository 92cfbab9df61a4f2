import type { Size } from "./integer.ts";
import type { Shape } from "./tensor.ts";

/** One number for both directions, or [vertical, horizontal]. */
export type PairOption = number | readonly [number, number];

/** One number for all sides, [vertical, horizontal], or [top, left, bottom, right]. */
export type SidesOption = PairOption | readonly [number, number, number, number];

/** "same": output = ⌈input / stride⌉, the surplus at the end. "valid": no padding. */
export type PaddingOption = SidesOption | "same" | "valid";

/**
 * The value of an option as its type tells it: Default where it is not given; Unsure where it may or may not
 * be given, or is any. (Tuples for the reason given at IsWide.)
 */
export type Option<O, Key extends PropertyKey, Default, Unsure> = [Key, 0] extends [keyof O, 0]
  ? [0, 0] extends [1 & O[Key & keyof O], 0]
    ? Unsure
    : [O[Key & keyof O]] extends [undefined]
      ? Default
      : undefined extends O[Key & keyof O]
        ? Unsure
        : O[Key & keyof O]
  : Default;

/** An option that is one integer; number where its value is not known. */
export type SizeOf<O, Key extends PropertyKey, Default = 1> = Size<Option<O, Key, Default, number>>;

/** 5 → [5, 5]. */
export type Pair<V> = [V] extends [number]
  ? [V, V]
  : V extends readonly [infer A extends number, infer B extends number]
    ? [A, B]
    : [number, number];

/** The option as a pair: [Default, Default] where it is not given. */
export type PairOf<O, Key extends PropertyKey, Default = 1> = Pair<Option<O, Key, Default, number>>;

/** [top, left, bottom, right]; "same" stays, since it depends on the input. */
export type Sides<V> = [V] extends ["same"]
  ? "same"
  : [V] extends ["valid"]
    ? [0, 0, 0, 0]
    : [V] extends [number]
      ? [V, V, V, V]
      : [V] extends [Shape]
        ? V extends readonly [infer A extends number, infer B extends number]
          ? [A, B, A, B]
          : V extends readonly [
                infer T extends number,
                infer L extends number,
                infer B extends number,
                infer R extends number,
              ]
            ? [T, L, B, R]
            : [number, number, number, number]
        : [number, number, number, number];

export type SidesOf<O> = Sides<Option<O, "padding", 0, number>>;

/** The padding of one axis: a number, [before, after], "same" or "valid". */
export type EndsOption = PairOption | "same" | "valid";

/** [before, after]; "same" stays. */
export type Ends<V> = [V] extends ["same"] ? "same" : [V] extends ["valid"] ? [0, 0] : Pair<V>;

/** The type of options that were not given. */
export type NoOptions = Record<never, never>;
