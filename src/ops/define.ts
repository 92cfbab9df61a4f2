import type { Axis, Index } from "../tensor/axis.ts";
import { type Expr, type Read, read, type Tensor } from "../tensor/expr.ts";
import type { Piece } from "../tensor/program.ts";
import type { Attr } from "./attributes.ts";

/** "n c h w" names the axes of an operand, in order; the same name twice is one size. "..." is any number of axes. */
type Names<S extends string> = S extends `${infer Head} ${infer Tail}` ? Head | Names<Tail> : S;
type Each<S extends string, T> = S extends "..."
  ? readonly T[]
  : S extends ""
    ? readonly []
    : S extends `${string} ${infer Tail}`
      ? readonly [T, ...Each<Tail, T>]
      : readonly [T];
export type Sizes<S extends string> = S extends "..."
  ? readonly number[]
  : S extends ""
    ? { readonly [none: string]: never }
    : { readonly [K in Names<S>]: number };
export type Axes<S extends string> = S extends "..."
  ? readonly Axis[]
  : S extends ""
    ? { readonly [none: string]: never }
    : { readonly [K in Names<S>]: Axis };

/** A tensor as an op sees it: call it with indices to read an element; its axes are at hand. */
export type Operand<S extends string = "..."> = ((...at: Each<S, Index>) => Read) & {
  readonly tensor: Tensor;
  /** Axes as long as its dimensions, to sum over. */
  readonly axes: Axes<S>;
  readonly shape: readonly number[];
  /** Reads with another value than 0 outside of the tensor. */
  readonly beyond: (outside: number, ...at: Each<S, Index>) => Read;
};

/** `x` must be given, `bias?` may be left out, `xs*` is a list. */
export type Inputs = { readonly [name: string]: string };
type Bare<K> = K extends `${infer B}?` ? B : K extends `${infer B}*` ? B : K;
/** For each operand what F makes of it: once, perhaps, or as a list. */
export type Given<I extends Inputs, F extends { readonly [K in keyof I]: unknown }> = {
  readonly [K in keyof I as K extends `${string}?` | `${string}*` ? never : K]: F[K];
} & {
  readonly [K in keyof I as K extends `${string}?` ? Bare<K> & string : never]?: F[K] | undefined;
} & {
  readonly [K in keyof I as K extends `${string}*` ? Bare<K> & string : never]: readonly F[K][];
};

export type Attrs = { readonly [name: string]: Attr<any> }; // any: each attribute has its own type
export type Values<A extends Attrs> = {
  readonly [K in keyof A]: A[K] extends Attr<infer T> ? T : never;
};

/** What `define` may use beside its operands. */
export interface Tools {
  /**
   * A tensor on the way to the output: name, axes and what its elements are worth. Asked for again
   * under its name (by `updates`, say), it is the same tensor.
   */
  readonly local: <const X extends readonly Axis[]>(
    name: string,
    axes: X,
    body: Expr,
  ) => ((...at: { readonly [K in keyof X]: Index }) => Read) & { readonly tensor: Tensor };
  /** A number that changes with every training step and differs from node to node. */
  readonly seed: Expr;
}

/** Everything there is to know about an op. Its gradient follows from `define`. */
export interface Op<I extends Inputs = Inputs, O extends string = string, A extends Attrs = Attrs> {
  readonly name: string;
  /** What nodes of it are called: conv1, conv2 ... */
  readonly short?: string;
  /** The ONNX operator it stands for, if one does. */
  readonly onnx?: string;
  /** One line for the documentation. */
  readonly summary: string;
  /** What one element is worth, in index notation. */
  readonly formula: string;
  readonly inputs: I;
  readonly output: O;
  readonly attrs: A;
  /** How large the output is; refuses what has no size. */
  readonly sizes: (inputs: Given<I, { [K in keyof I]: Sizes<I[K]> }>, attrs: Values<A>) => Sizes<O>;
  /** What each element of the output is worth. */
  readonly define: (
    inputs: Given<I, { [K in keyof I]: Operand<I[K]> }>,
    attrs: Values<A>,
    out: Axes<O>,
    tools: Tools,
  ) => Expr | readonly Piece[];
  /** No slope anywhere, as of comparisons. */
  readonly differentiable?: false;
  /** The same while training, where that differs. */
  readonly training?: Op<I, O, A>["define"];
  /** New values of inputs that training keeps up to date: running averages. */
  readonly updates?: (
    inputs: Given<I, { [K in keyof I]: Operand<I[K]> }>,
    attrs: Values<A>,
    tools: Tools,
  ) => { readonly [input: string]: { readonly axes: readonly Axis[]; readonly body: Expr } };
  /** Sizes and attributes for the tests that every op gets. */
  readonly samples: readonly Sample<I, A>[];
}

/** One way to call an op: operand shapes, attributes, and numbers the operands must have (class indices, say). */
export interface Sample<I extends Inputs, A extends Attrs> {
  readonly inputs: Given<I, { [K in keyof I]: readonly number[] }>;
  readonly attrs?: Partial<Values<A>>;
  /** Operands that hold whole numbers below this, and are not differentiated. */
  readonly integers?: { readonly [input: string]: number };
  /** Operands whose values lie in this range instead of [−2, 2]. */
  readonly range?: { readonly [input: string]: readonly [number, number] };
}

export function defineOp<const I extends Inputs, const O extends string, const A extends Attrs>(
  op: Op<I, O, A>,
): Op<I, O, A> {
  return op;
}

/** An operand that reads the tensor along these axes. */
export function operand(tensor: Tensor, axes: Operand["axes"]): Operand {
  const at = (...at: readonly Index[]) => read(tensor, at);
  const beyond = (outside: number, ...at: readonly Index[]) => read(tensor, at, outside);
  return Object.assign(at, { tensor, axes, shape: tensor.shape, beyond });
}
