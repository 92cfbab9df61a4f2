import type { IsWide } from "./integer.ts";

/** Sizes of the axes, without the batch: [16, 14, 14] is 16 channels of 14 × 14. */
export type Shape = readonly number[];

/** What a shape rule reads of a tensor. The graph's tensors implement it. */
export interface Tensor<S extends Shape = Shape> {
  readonly shape: S;
}

/** readonly [1, 28, 28] → [1, 28, 28]: how a shape captured from an options literal is written in types. */
export type Plain<S extends Shape> = { -readonly [I in keyof S]: S[I] };

/** The sizes of a list of tensors, in order. */
export type ShapesOf<Ts extends readonly Tensor[]> = {
  -readonly [I in keyof Ts]: Ts[I] extends Tensor<infer S> ? S : Shape;
};

/** The tensors of a list of shapes, in order. */
export type TensorsOf<Ss extends readonly Shape[]> = { -readonly [I in keyof Ss]: Tensor<Ss[I]> };

/** The rank may be anything: number[], any, and what an error left behind. */
export type IsDynamic<S extends Shape> = IsWide<S["length"]>;
