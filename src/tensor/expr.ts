import type { Axis, Index } from "./axis.ts";

/** Numbers laid out in a box. Its name is unique in its program. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** What it is the adjoint of: its first axis counts samples where that one's does. */
  readonly adjointOf?: Tensor;
}

/** A property of an index, decided before any element is read. */
export type Condition =
  /** 0 ≤ index < below */
  | { readonly kind: "within"; readonly index: Index; readonly below: number }
  /** by divides index */
  | { readonly kind: "divides"; readonly index: Index; readonly by: number };

/** Functions of one number; each is one row in `evaluate`, in `derivative` and in every target. */
export type Unary =
  | "neg"
  | "abs"
  | "sign"
  | "exp"
  | "expm1"
  | "log"
  | "log1p"
  | "sqrt"
  | "sin"
  | "cos"
  | "tan"
  | "atan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "erf"
  | "sigmoid"
  | "floor"
  | "ceil"
  | "round";

export type Comparison = "less" | "lessEqual" | "equal";

/** What one element of a tensor is worth. Immutable; shared freely. */
export type Expr =
  | { readonly kind: "number"; readonly value: number }
  /** tensor[at]; worth `outside` where an index leaves the tensor */
  | {
      readonly kind: "read";
      readonly tensor: Tensor;
      readonly at: readonly Index[];
      readonly outside: number;
    }
  /** an index, as a number */
  | { readonly kind: "index"; readonly at: Index }
  /** the size of a dimension at run time (the batch: anything up to its size) */
  | { readonly kind: "extent"; readonly tensor: Tensor; readonly dim: number }
  | {
      readonly kind: "add" | "mul" | "div" | "max" | "min" | "pow";
      readonly a: Expr;
      readonly b: Expr;
    }
  | { readonly kind: "unary"; readonly fn: Unary; readonly a: Expr }
  /** 1 where it holds, 0 elsewhere */
  | { readonly kind: "compare"; readonly is: Comparison; readonly a: Expr; readonly b: Expr }
  /** `then` where `when` is not 0; only the branch taken is worth anything */
  | { readonly kind: "where"; readonly when: Expr; readonly then: Expr; readonly otherwise: Expr }
  /** `body` where all conditions hold, 0 elsewhere */
  | { readonly kind: "guard"; readonly conditions: readonly Condition[]; readonly body: Expr }
  /** Σ or max of the body over the box the axes span */
  | { readonly kind: "sum"; readonly over: readonly Axis[]; readonly body: Expr }
  | { readonly kind: "greatest"; readonly over: readonly Axis[]; readonly body: Expr }
  /** the row-major position in `over` of the first greatest body */
  | { readonly kind: "argmax"; readonly over: readonly Axis[]; readonly body: Expr }
  /** a, seen as a constant by the derivative */
  | { readonly kind: "stop"; readonly a: Expr }
  /** uniform in [0, 1): a hash of the seed and the position, so the same in every order of evaluation */
  | { readonly kind: "random"; readonly seed: Expr; readonly at: Index };

export type Kind = Expr["kind"];
/** The expressions of one kind. */
export type Of<K extends Kind> = Expr extends infer E
  ? E extends Expr
    ? K extends E["kind"]
      ? E & { readonly kind: K }
      : never
    : never
  : never;
export type Read = Of<"read">;

/** A row for every kind of expression: one forgotten does not compile. */
export type Table<Args extends readonly unknown[], Result> = {
  readonly [K in Kind]: (e: Of<K>, ...args: Args) => Result;
};

/** The row of a table that fits the expression. */
export function row<Args extends readonly unknown[], Result>(
  table: Table<Args, Result>,
  e: Expr,
  ...args: Args
): Result {
  const apply = table[e.kind] as (e: Expr, ...args: Args) => Result; // the row of e's own kind
  return apply(e, ...args);
}

export const zero: Expr = { kind: "number", value: 0 };
export const one: Expr = { kind: "number", value: 1 };
export const number = (value: number): Expr =>
  Object.is(value, 0) ? zero : value === 1 ? one : { kind: "number", value };
export const read = (tensor: Tensor, at: readonly Index[], outside = 0): Read => ({
  kind: "read",
  tensor,
  at,
  outside,
});
export const index = (at: Index | number): Expr =>
  typeof at === "number"
    ? number(at)
    : at.terms.length === 0
      ? number(at.offset)
      : { kind: "index", at };
export const extent = (tensor: Tensor, dim: number): Expr => ({ kind: "extent", tensor, dim });
export const add = (...terms: readonly Expr[]): Expr => fold("add", terms);
export const mul = (...factors: readonly Expr[]): Expr => fold("mul", factors);
export const max = (a: Expr, b: Expr): Expr => ({ kind: "max", a, b });
export const min = (a: Expr, b: Expr): Expr => ({ kind: "min", a, b });
export const div = (a: Expr, b: Expr): Expr => ({ kind: "div", a, b });
export const pow = (a: Expr, b: Expr): Expr => ({ kind: "pow", a, b });
export const unary = (fn: Unary, a: Expr): Expr => ({ kind: "unary", fn, a });
export const neg = (a: Expr): Expr => unary("neg", a);
export const sub = (a: Expr, b: Expr): Expr => add(a, neg(b));
export const less = (a: Expr, b: Expr): Expr => ({ kind: "compare", is: "less", a, b });
export const lessEqual = (a: Expr, b: Expr): Expr => ({ kind: "compare", is: "lessEqual", a, b });
export const equal = (a: Expr, b: Expr): Expr => ({ kind: "compare", is: "equal", a, b });
export const where = (when: Expr, then: Expr, otherwise: Expr): Expr => ({
  kind: "where",
  when,
  then,
  otherwise,
});
export const guard = (conditions: readonly Condition[], body: Expr): Expr =>
  conditions.length === 0 ? body : { kind: "guard", conditions, body };
export const sum = (over: readonly Axis[], body: Expr): Expr =>
  over.length === 0 ? body : { kind: "sum", over, body };
export const greatest = (over: readonly Axis[], body: Expr): Expr =>
  over.length === 0 ? body : { kind: "greatest", over, body };
export const argmax = (over: readonly Axis[], body: Expr): Expr => ({ kind: "argmax", over, body });
export const stop = (a: Expr): Expr => ({ kind: "stop", a });
export const random = (seed: Expr, at: Index): Expr => ({ kind: "random", seed, at });
export const within = (at: Index, below: number): Condition => ({
  kind: "within",
  index: at,
  below,
});
export const divides = (by: number, at: Index): Condition => ({ kind: "divides", index: at, by });
export const square = (a: Expr): Expr => mul(a, a);

function fold(kind: "add" | "mul", parts: readonly Expr[]): Expr {
  if (parts.length === 0) return kind === "add" ? zero : one;
  return parts.reduce((a, b) => ({ kind, a, b }));
}
