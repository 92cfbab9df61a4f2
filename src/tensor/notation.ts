import type { Axis } from "./axis.ts";
import type { Comparison, Tensor, Unary } from "./expr.ts";

/** How tightly what is written holds together: what is looser than its place asks for gets parentheses. */
export const levels = { sum: 1, big: 2, quotient: 3, product: 4, atom: 5 } as const;

export interface Written {
  readonly text: string;
  readonly level: number;
}

/** How formulas look: in plain text, in LaTeX. What they consist of is `rows` below. */
export interface Notation {
  readonly plus: string;
  readonly minus: string;
  readonly times: string;
  /** Between a step and its axis, in an index. */
  readonly scale: string;
  readonly comparisons: { readonly [C in Comparison | "unequal" | "divides"]: string };
  readonly axis: (name: string) => string;
  readonly element: (tensor: string, at: readonly string[]) => string;
  /** A number that is not negative. */
  readonly number: (value: number) => Written;
  readonly parentheses: (inner: string) => string;
  readonly floor: (inner: string) => string;
  readonly remainder: (a: string, by: number) => string;
  readonly quotient: (a: Written, b: Written) => Written;
  readonly power: (base: string, exponent: Written) => Written;
  readonly unary: (fn: Unary, a: Written) => Written;
  readonly call: (name: string, args: readonly string[]) => string;
  /** Σ, max and arg max over axes: what stands before the body. */
  readonly over: (kind: "sum" | "greatest" | "argmax", axes: readonly string[]) => string;
  /** 1 where the condition holds, 0 elsewhere. */
  readonly bracket: (condition: string) => string;
  readonly cases: (when: string, then: string, otherwise: string) => string;
}

export interface Context {
  readonly notation: Notation;
  readonly nameOf: (tensor: Tensor) => string;
  /** What the axes in sight are called: no two alike. */
  readonly scope: ReadonlyMap<Axis, string>;
}

export const atom = (text: string): Written => ({ text, level: levels.atom });

/** In parentheses where the place asks for more than it has. */
export const held = (
  w: Written,
  level: number,
  { notation }: { readonly notation: Pick<Notation, "parentheses"> },
): string => (w.level < level ? notation.parentheses(w.text) : w.text);

/** 9 for 1/9: fractions whose decimals would not end. */
export function reciprocal(value: number): number | undefined {
  const whole = Math.round(1 / value);
  const endless = value < 1 && `${value}`.length > 6 && whole < 10000;
  return endless && Math.abs(value * whole - 1) < 1e-12 ? whole : undefined;
}
