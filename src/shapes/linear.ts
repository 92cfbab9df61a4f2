import type { BroadcastShape } from "./broadcast.ts";
import type { AtLeastOne, ShapeError, Unless } from "./fault.ts";
import type { Differ, IsKnown } from "./integer.ts";
import type { SizeOf } from "./option.ts";
import type { Describe, Show } from "./show.ts";
import type { IsDynamic, Shape } from "./tensor.ts";

/** The options of a fully connected layer that its shape follows from. */
export interface LinearSizes {
  /** How many numbers come out. */
  readonly units: number;
}

/** [k] → [units], and [t, k] → [t, units]: the same layer at each of t places. */
export type LinearShape<S extends Shape, O extends LinearSizes> =
  IsDynamic<S> extends true
    ? number[]
    : S extends readonly [number]
      ? Unless<AtLeastOne<"linear", "units", O["units"]>, [SizeOf<O, "units">]>
      : S extends readonly [infer T extends number, number]
        ? Unless<AtLeastOne<"linear", "units", O["units"]>, [T, SizeOf<O, "units">]>
        : IsKnown<S["length"]> extends true
          ? ShapeError<`linear takes [k] but is fed ${Describe<S>}${Remedy<S>}`>
          : number[];

type Remedy<S extends Shape> = S extends readonly [] ? "" : ": flatten it first";

/**
 * [..., m, k] · [..., k, n] → [..., m, n]. A vector is a row on the left, a column on the right, and its axis
 * is gone from the result; the axes before the last two are broadcast.
 */
export type MatMulShape<A extends Shape, B extends Shape> =
  IsDynamic<A> extends true
    ? number[]
    : IsDynamic<B> extends true
      ? number[]
      : A extends readonly [...infer As extends Shape, infer K extends number]
        ? B extends readonly [infer L extends number]
          ? Contracted<A, B, K, L, [...As]>
          : B extends readonly [
                ...infer Bs extends Shape,
                infer L extends number,
                infer N extends number,
              ]
            ? A extends readonly [number]
              ? Contracted<A, B, K, L, [...Bs, N]>
              : A extends readonly [...infer As extends Shape, infer M extends number, number]
                ? Contracted<A, B, K, L, WithMatrix<BroadcastShape<As, Bs, "matmul">, M, N>>
                : never
            : ShapeError<"matmul takes vectors and matrices, not a single number []", "other">
        : ShapeError<"matmul takes vectors and matrices, not a single number []">;

type Contracted<A extends Shape, B extends Shape, K extends number, L extends number, Good> =
  Differ<K, L> extends true
    ? ShapeError<`matmul: ${Show<A>} has rows of ${K} but ${Show<B>} has columns of ${L}`, "other">
    : Good;

type WithMatrix<Batch, M extends number, N extends number> = Batch extends Shape
  ? [...Batch, M, N]
  : Batch;
