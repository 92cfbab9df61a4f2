import type { Axis, Index } from "./axis.ts";
import type { Expr, Tensor } from "./expr.ts";

/** tensor[at] = body, for every point of the axes. `at` is one-to-one. */
export interface Piece {
  readonly axes: readonly Axis[];
  readonly at: readonly Index[];
  readonly body: Expr;
}

/** What every element of a tensor is worth. The pieces cover it, no element twice. */
export interface Definition {
  readonly tensor: Tensor;
  readonly pieces: readonly Piece[];
  /** The node it came from, for names and comments. */
  readonly from: string;
}

/** Definitions in an order in which each reads only what stands before it. */
export interface Program {
  readonly inputs: readonly Tensor[];
  readonly definitions: readonly Definition[];
  readonly outputs: readonly Tensor[];
}

/** A definition of one piece that covers the tensor. */
export const define = (
  tensor: Tensor,
  axes: readonly Axis[],
  body: Expr,
  from: string,
): Definition => ({ tensor, pieces: [{ axes, at: axes, body }], from });

export const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
