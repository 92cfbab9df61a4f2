import type { Compared, Difference, Divided, Order, Product, Reversed, Sum } from "./digits.ts";

/*
 * Arithmetic on integer literals. Where an operand is not one known integer (number, a union, any, never,
 * a fraction) the result is number: the compiler does not know, so it says nothing.
 */

/** a + b. */
export type Add<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Write<SignedSum<X, Y>>
      : number
    : number;

/** a − b, which may be negative. */
export type Sub<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Write<SignedSum<X, Negated<Y>>>
      : number
    : number;

/** a · b. */
export type Mul<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Write<SignedProduct<X, Y>>
      : number
    : number;

/** ⌊a / b⌋; number unless b > 0. */
export type FloorDiv<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Y extends NotPositive
        ? number
        : Write<Floor<X, Y>>
      : number
    : number;

/** ⌈a / b⌉ = −⌊−a / b⌋; number unless b > 0. */
export type CeilDiv<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Y extends NotPositive
        ? number
        : Write<Negated<Floor<Negated<X>, Y>>>
      : number
    : number;

/** a − b·⌊a / b⌋; number unless b > 0. */
export type Mod<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? Y extends NotPositive
        ? number
        : Write<Remainder<X, Y>>
      : number
    : number;

/** "<", "=" or ">"; all three where an operand is not known. */
export type Compare<A extends number, B extends number> =
  Read<A> extends infer X extends string
    ? Read<B> extends infer Y extends string
      ? SignedCompared<X, Y>
      : Order
    : Order;

/** Is a < b for certain? False where an operand is not known: what is not certain is not refused. */
export type Less<A extends number, B extends number> = Compare<A, B> extends "<" ? true : false;

/** Are a and b certain, and different? */
export type Differ<A extends number, B extends number> =
  Compare<A, B> extends "<" ? true : Compare<A, B> extends ">" ? true : false;

export type Max<A extends number, B extends number> =
  Order extends Compare<A, B> ? number : Compare<A, B> extends "<" ? B : A;
export type Min<A extends number, B extends number> =
  Order extends Compare<A, B> ? number : Compare<A, B> extends ">" ? B : A;

/** Is the type one known integer? */
export type IsKnown<A extends number> = Read<A> extends null ? false : true;

/** Is the type one known number that is no integer? */
export type IsFraction<A extends number> =
  IsWide<A> extends true
    ? false
    : `${A}` extends `${string}.${string}` | `${string}e-${string}`
      ? true
      : false;

/** The size where it is one known number, else number. A fraction stays, to be refused. */
export type Size<A> = [A, 0] extends [number, 0]
  ? true extends IsKnown<A & number> | IsFraction<A & number>
    ? A & number
    : number
  : number;

/**
 * number or any. The tuples matter: within a function that is generic in a size TypeScript tries the type out
 * with a wildcard, and a bare wildcard would make every result a wildcard, hence every layer a possible error.
 */
export type IsWide<A> = [number, 0] extends [A, 0] ? true : false;

/** 224 → "422", −224 → "-422"; null for what is not one known integer. */
type Read<A extends number> =
  IsWide<A> extends true
    ? null
    : IsSingle<A> extends true
      ? `${A}` extends `-${infer Magnitude}`
        ? Negative<Reversed<Magnitude>>
        : Reversed<`${A}`>
      : null;

type Negative<Magnitude extends string | null> = Magnitude extends string ? `-${Magnitude}` : null;

/** Neither never nor a union, which is not assignable to each of its members. */
type IsSingle<A, All = A> = [A] extends [never]
  ? false
  : A extends unknown
    ? [All] extends [A]
      ? true
      : false
    : false;

type Write<A extends string> = A extends `-${infer Magnitude}`
  ? AsNumber<`-${Reversed<Magnitude>}`>
  : AsNumber<`${Reversed<A>}`>;

type AsNumber<Text extends string> = Text extends `${infer N extends number}` ? N : never;

type Negated<A extends string> = A extends "0" ? "0" : A extends `-${infer M}` ? M : `-${A}`;

type NotPositive = "0" | `-${string}`;

/** Equal signs add, others take the lesser magnitude from the greater. */
type SignedSum<A extends string, B extends string> = A extends `-${infer M}`
  ? B extends `-${infer N}`
    ? `-${Sum<M, N>}`
    : Apart<B, M>
  : B extends `-${infer N}`
    ? Apart<A, N>
    : Sum<A, B>;

/** a − b of magnitudes. */
type Apart<A extends string, B extends string> =
  Compared<A, B> extends "<" ? `-${Difference<B, A>}` : Difference<A, B>;

type SignedProduct<A extends string, B extends string> = A extends `-${infer M}`
  ? B extends `-${infer N}`
    ? Product<M, N>
    : Negated<Product<M, B>>
  : B extends `-${infer N}`
    ? Negated<Product<A, N>>
    : Product<A, B>;

/** ⌊−a / b⌋ = −⌊a / b⌋, less 1 where something is left. */
type Floor<A extends string, B extends string> = A extends `-${infer M}`
  ? Divided<M, B> extends `${infer Quotient}:${infer Left}`
    ? Left extends "0"
      ? Negated<Quotient>
      : `-${Sum<Quotient, "1">}`
    : never
  : Divided<A, B> extends `${infer Quotient}:${string}`
    ? Quotient
    : never;

type Remainder<A extends string, B extends string> = A extends `-${infer M}`
  ? Divided<M, B> extends `${string}:${infer Left}`
    ? Left extends "0"
      ? "0"
      : Difference<B, Left>
    : never
  : Divided<A, B> extends `${string}:${infer Left}`
    ? Left
    : never;

type SignedCompared<A extends string, B extends string> = A extends `-${infer M}`
  ? B extends `-${infer N}`
    ? Compared<N, M>
    : "<"
  : B extends `-${string}`
    ? ">"
    : Compared<A, B>;
