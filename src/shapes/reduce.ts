import type { FaultsIn, Unless } from "./fault.ts";
import type { NoOptions, Option } from "./option.ts";
import type { AxesOf, Repeated } from "./reshape.ts";
import type { Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

export interface ReduceSizes {
  /** Counted without the batch, negative from the end; all of them where none is named. */
  readonly axes?: number | readonly number[];
  /** The reduced axes stay, with size 1; false where not given. */
  readonly keepDims?: boolean;
}

/** The axes reduced are gone, or 1 with keepDims: mean of [16, 5, 7] over [1, 2] → [16]. */
export type ReduceShape<
  S extends Shape,
  O extends ReduceSizes = NoOptions,
  Op extends string = "reduce",
> =
  IsDynamic<S> extends true
    ? number[]
    : Listed<S, Option<O, "axes", [], number[]>> extends infer Axes extends Shape
      ? IsDynamic<Axes> extends true
        ? number[]
        : Unless<
            FaultsIn<AxesOf<Op, S, Axes>> | Repeated<`${Op}: ${Show<Axes>}`, AxesOf<Op, S, Axes>>,
            Reduced<S, AxesOf<Op, S, Axes>, Option<O, "keepDims", false, boolean>>
          >
      : number[];

type Listed<S extends Shape, Axes> = [Axes] extends [number]
  ? [Axes]
  : Axes extends readonly []
    ? All<S>
    : Axes;

/** [0, 1, …], one for each axis. */
type All<S extends Shape, Found extends number[] = []> = Found["length"] extends S["length"]
  ? Found
  : All<S, [...Found, Found["length"]]>;

type Reduced<S extends Shape, Axes extends readonly unknown[], Keep> = number extends Axes[number]
  ? number[]
  : [Keep] extends [true]
    ? { -readonly [I in keyof S]: I extends `${Axes[number] & number}` ? 1 : S[I] }
    : [Keep] extends [false]
      ? Without<S, Axes[number]>
      : number[];

type Without<
  S extends Shape,
  Gone,
  At extends readonly unknown[] = [],
  Found extends number[] = [],
> = S extends readonly [infer N extends number, ...infer Rest extends Shape]
  ? Without<Rest, Gone, [...At, 0], At["length"] extends Gone ? Found : [...Found, N]>
  : Found;
