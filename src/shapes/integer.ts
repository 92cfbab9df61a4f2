import type {
  Compared,
  Difference,
  Digits,
  DigitsOf,
  Divided,
  Order,
  Product,
  Sum,
  TextOf,
} from "./digits.ts";

/*
 * Arithmetic on integer literals. Where an operand is not one known integer (number, a union, any, never,
 * a fraction) the result is number: the compiler does not know, so it says nothing.
 */

/** a + b. */
export type Add<A extends number, B extends number> = OnBoth<A, B, "add">;
/** a − b, which may be negative. */
export type Sub<A extends number, B extends number> = OnBoth<A, B, "sub">;
/** a · b. */
export type Mul<A extends number, B extends number> = OnBoth<A, B, "mul">;
/** ⌊a / b⌋; number unless b > 0. */
export type FloorDiv<A extends number, B extends number> = OnBoth<A, B, "floor">;
/** ⌈a / b⌉; number unless b > 0. */
export type CeilDiv<A extends number, B extends number> = OnBoth<A, B, "ceil">;
/** a − b·⌊a / b⌋; number unless b > 0. */
export type Mod<A extends number, B extends number> = OnBoth<A, B, "mod">;

/** "<", "=" or ">"; all three where an operand is not known. */
export type Compare<A extends number, B extends number> = [Read<A>, Read<B>] extends [
  infer X extends Integer,
  infer Y extends Integer,
]
  ? ComparedSigned<X, Y>
  : Order;

/** Is a < b for certain? False where an operand is not known: what is not certain is not refused. */
export type Less<A extends number, B extends number> =
  Order extends Compare<A, B> ? false : Compare<A, B> extends "<" ? true : false;

/** Are a and b certain, and different? */
export type Differ<A extends number, B extends number> =
  Order extends Compare<A, B> ? false : Compare<A, B> extends "=" ? false : true;

export type Max<A extends number, B extends number> =
  Order extends Compare<A, B> ? number : Compare<A, B> extends "<" ? B : A;
export type Min<A extends number, B extends number> =
  Order extends Compare<A, B> ? number : Compare<A, B> extends ">" ? B : A;

/** Is the type one known integer? */
export type IsKnown<A extends number> = Read<A> extends null ? false : true;

/** The size where it is one known integer, else number. */
export type Size<A> = A extends number ? (IsKnown<A> extends true ? A : number) : number;

/**
 * number or any. The tuples matter: within a function that is generic in a size TypeScript tries the type out
 * with a wildcard, and a bare wildcard would make every result a wildcard, hence every layer a possible error.
 */
export type IsWide<A> = [number, 0] extends [A, 0] ? true : false;

/** Sign and magnitude; zero is "+". */
type Integer = readonly ["+" | "-", Digits];

type Read<A extends number> =
  IsWide<A> extends true
    ? null
    : IsSingle<A> extends true
      ? `${A}` extends `-${infer Magnitude}`
        ? Signed<"-", DigitsOf<Magnitude>>
        : Signed<"+", DigitsOf<`${A}`>>
      : null;

type Signed<Sign extends "+" | "-", A extends Digits | null> = A extends Digits ? [Sign, A] : null;

/** never and unions are not: an intersection of functions' parameters tells them apart. */
type IsSingle<A> = [A] extends [never]
  ? false
  : (A extends unknown ? (a: A) => void : never) extends (a: infer All) => void
    ? [A] extends [All]
      ? true
      : false
    : false;

/** The literal a digit list stands for. */
type Write<Sign extends "+" | "-", A extends Digits> = `${A extends readonly [0]
  ? ""
  : Sign extends "-"
    ? "-"
    : ""}${TextOf<A>}` extends `${infer N extends number}`
  ? N
  : never;

type OnBoth<A extends number, B extends number, Op extends keyof Operations<Integer, Integer>> =
  Read<A> extends infer X extends Integer
    ? Read<B> extends infer Y extends Integer
      ? Operations<X, Y>[Op]
      : number
    : number;

interface Operations<A extends Integer, B extends Integer> {
  add: Added<A[0], A[1], B[0], B[1]>;
  sub: Added<A[0], A[1], Opposite[B[0]], B[1]>;
  mul: Write<A[0] extends B[0] ? "+" : "-", Product<A[1], B[1]>>;
  floor: IsPositive<B> extends true ? Floor<A[0], Divided<A[1], B[1]>> : number;
  ceil: IsPositive<B> extends true ? Ceil<A[0], Divided<A[1], B[1]>> : number;
  mod: IsPositive<B> extends true ? Remainder<A[0], Divided<A[1], B[1]>, B[1]> : number;
}

interface Opposite {
  "+": "-";
  "-": "+";
}

type IsPositive<A extends Integer> = A[0] extends "+"
  ? A[1] extends readonly [0]
    ? false
    : true
  : false;

/** (±a) + (±b): equal signs add; else the greater magnitude keeps its sign. */
type Added<
  S extends "+" | "-",
  A extends Digits,
  T extends "+" | "-",
  B extends Digits,
> = S extends T
  ? Write<S, Sum<A, B>>
  : Compared<A, B> extends "<"
    ? Write<T, Difference<B, A>>
    : Write<S, Difference<A, B>>;

type Quotient = readonly [Digits, Digits];

/** ⌊−a / b⌋ = −⌈a / b⌉, and ⌈−a / b⌉ = −⌊a / b⌋. */
type Floor<S extends "+" | "-", Q extends Quotient> = S extends "+"
  ? Write<"+", Q[0]>
  : Write<"-", RoundedUp<Q>>;
type Ceil<S extends "+" | "-", Q extends Quotient> = S extends "+"
  ? Write<"+", RoundedUp<Q>>
  : Write<"-", Q[0]>;
type RoundedUp<Q extends Quotient> = Q[1] extends readonly [0] ? Q[0] : Sum<Q[0], [1]>;

type Remainder<S extends "+" | "-", Q extends Quotient, B extends Digits> = S extends "+"
  ? Write<"+", Q[1]>
  : Q[1] extends readonly [0]
    ? 0
    : Write<"+", Difference<B, Q[1]>>;

type ComparedSigned<A extends Integer, B extends Integer> = A[0] extends "+"
  ? B[0] extends "+"
    ? Compared<A[1], B[1]>
    : ">"
  : B[0] extends "+"
    ? "<"
    : Compared<B[1], A[1]>;
