import type { OpName } from "../../../src/ops/index.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";
import type { TorchAttrs, TorchStep } from "../case.ts";
import { type TorchBuilder, Unsupported } from "../torch-builder.ts";

export type Rule = (
  b: TorchBuilder,
  operands: readonly Tensor[],
  attrs: TorchAttrs,
  step: TorchStep,
) => readonly (Tensor | undefined)[];

export type Steps = { readonly [op: string]: Rule };

/* Attributes come as JSON: the readers below give them a type, or throw. */
export type Pair = readonly [number, number];

export function num(v: unknown, fallback: number): number {
  if (v === undefined || v === null) return fallback;
  if (typeof v !== "number") throw new Unsupported(`a number ${JSON.stringify(v)}`);
  return v;
}

export function list(v: unknown): readonly number[] {
  if (v === undefined || v === null) return [];
  if (typeof v === "number") return [v];
  if (Array.isArray(v) && v.every((n) => typeof n === "number")) return v;
  throw new Unsupported(`a list ${JSON.stringify(v)}`);
}

export function pair(v: unknown, fallback: Pair): Pair {
  const [a, b] = list(v);
  return a === undefined ? fallback : [a, b ?? a];
}

export const sides = ([h, w]: Pair): readonly [number, number, number, number] => [h, w, h, w];

export const reductionOf = (v: unknown): "mean" | "sum" | "none" =>
  v === "sum" || v === "none" ? v : "mean";

export const at = (operands: readonly Tensor[], i: number): Tensor => {
  const tensor = operands[i];
  if (!tensor) throw new Unsupported("an operand left out");
  return tensor;
};

/** The op of one operand, with attributes from PyTorch's. */
export const one =
  (make: (b: TorchBuilder, x: Tensor, attrs: TorchAttrs) => Tensor): Rule =>
  (b, operands, attrs) => [make(b, at(operands, 0), attrs)];

export const two =
  (make: (b: TorchBuilder, a: Tensor, c: Tensor, attrs: TorchAttrs) => Tensor): Rule =>
  (b, operands, attrs) => [make(b, at(operands, 0), at(operands, 1), attrs)];

type Plain = "abs" | "exp" | "relu"; // any op of one operand and no attributes has their shape
export const plain = (op: OpName): Rule => one((b, x) => b.add(op as Plain, { x })); // op takes x and no attributes

type Binary = "add"; // all have two operands, broadcast
export const binary = (op: OpName): Rule => two((b, a, c) => b.add(op as Binary, { a, b: c })); // op takes a and b
