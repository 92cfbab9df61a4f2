import type { Comparison, Unary } from "../../src/tensor/expr.ts";

/** offset + Σ by · name: an integer from loop counters and integer variables. */
export interface Affine {
  readonly terms: readonly { readonly name: string; readonly by: number }[];
  readonly offset: number;
}

export type Fn =
  | Unary
  | Comparison
  | "add"
  | "mul"
  | "div"
  | "max"
  | "min"
  | "pow"
  | "where"
  /** where, of a branch that may load what is not there */
  | "inside"
  | "random"
  | "and";

/** How many numbers a vector holds. */
export const laneCount = 4;

/** A vector in the arena: its first `count` numbers, `step` apart; what its other lanes hold is not looked at. */
export interface Lanes {
  readonly step: number;
  readonly count: number;
}

/** A number, or a vector of them: what a vector meets becomes one, the number in every lane. */
export type Value =
  | { readonly kind: "number"; readonly value: number }
  /** `finite`: 0 times it is 0, so that a product may stand for a branch; no load of a halo of −∞ is */
  | { readonly kind: "variable"; readonly name: string; readonly finite?: boolean }
  | {
      readonly kind: "load";
      readonly address: Affine;
      readonly finite: boolean;
      readonly lanes?: Lanes;
    }
  /** `lanes`: how much it grows from lane to lane */
  | { readonly kind: "integer"; readonly at: Affine; readonly lanes?: number }
  /** a vector's lanes added up, or the greatest of them */
  | { readonly kind: "across"; readonly fn: "add" | "max"; readonly of: Value }
  | { readonly kind: "batch" }
  | { readonly kind: "apply"; readonly fn: Fn; readonly args: readonly Value[] };

/** An integer that loop bounds and addresses are made of. */
export type Integer =
  /** `whole`: known to be no less than 0, though a term is */
  | { readonly kind: "affine"; readonly at: Affine; readonly whole?: boolean }
  | { readonly kind: "batch" }
  /** ⌊of / by⌋, and of − by·⌊of / by⌋; `whole` when of is known to be no less than 0 */
  | {
      readonly kind: "quotient" | "remainder";
      readonly of: Affine;
      readonly by: number;
      readonly whole: boolean;
    }
  | { readonly kind: "least" | "most"; readonly of: readonly Integer[] };

export type Loop = Extract<Statement, { kind: "loop" }>;

/** A kernel's body: counted loops, constants, accumulators and stores into the arena. */
export type Statement =
  | {
      readonly kind: "loop";
      readonly name: string;
      readonly from: Integer;
      readonly to: Integer;
      readonly step: number;
      /** Goes on where the loop before it, over the same counter, stopped. */
      readonly resumes: boolean;
      /** Each turn writes what no other turn of it does. */
      readonly apart?: boolean;
      readonly body: readonly Statement[];
    }
  | { readonly kind: "counter"; readonly name: string }
  | { readonly kind: "integer"; readonly name: string; readonly value: Integer }
  | { readonly kind: "let"; readonly name: string; readonly value: Value }
  | {
      readonly kind: "accumulator";
      readonly name: string;
      readonly value: Value;
      readonly vector: boolean;
    }
  | { readonly kind: "update"; readonly name: string; readonly value: Value }
  | {
      readonly kind: "store";
      readonly address: Affine;
      readonly value: Value;
      readonly lanes?: Lanes;
    };
