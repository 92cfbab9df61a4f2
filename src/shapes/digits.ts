/**
 * Natural numbers as lists of decimal digits, most significant first: 224 = [2, 2, 4]. No list starts with
 * a needless 0. Every step is a table lookup, so the depth is the number of digits, not their value.
 */
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export type Digits = readonly Digit[];

/** "224" → [2, 2, 4]; what is not written in digits alone ("1.5", "1e+21", "-3") → null. */
export type DigitsOf<Text extends string, Found extends Digits = []> = Text extends ""
  ? Found
  : Text extends `${infer D extends Digit}${infer Rest}`
    ? DigitsOf<Rest, [...Found, D]>
    : null;

/** [2, 2, 4] → "224". */
export type TextOf<A extends Digits, Found extends string = ""> = A extends readonly [
  infer D extends Digit,
  ...infer Rest extends Digits,
]
  ? TextOf<Rest, `${Found}${D}`>
  : Found;

/** a + b, from the last digits up. */
export type Sum<
  A extends Digits,
  B extends Digits,
  Carry extends 0 | 1 = 0,
  Found extends Digits = [],
> = A extends readonly [...infer As extends Digits, infer a extends Digit]
  ? B extends readonly [...infer Bs extends Digits, infer b extends Digit]
    ? Sum<As, Bs, Tens[Plus[Plus[a][Carry]][b]], [Ones[Plus[Plus[a][Carry]][b]], ...Found]>
    : Carry extends 0
      ? [...A, ...Found]
      : Sum<As, [], Tens[Plus[a][1]], [Ones[Plus[a][1]], ...Found]>
  : B extends readonly []
    ? Carry extends 0
      ? Found
      : [1, ...Found]
    : Sum<B, [], Carry, Found>;

/** a − b for a ≥ b. */
export type Difference<A extends Digits, B extends Digits> = Trimmed<Borrowing<A, B>>;

type Borrowing<
  A extends Digits,
  B extends Digits,
  Borrow extends 0 | 1 = 0,
  Found extends Digits = [],
> = A extends readonly [...infer As extends Digits, infer a extends Digit]
  ? B extends readonly [...infer Bs extends Digits, infer b extends Digit]
    ? Borrowing<As, Bs, Short<a, Plus[b][Borrow]>, [Minus[Plus[b][Borrow]][a], ...Found]>
    : Borrow extends 0
      ? [...A, ...Found]
      : Borrowing<As, [], Short<a, 1>, [Minus[1][a], ...Found]>
  : Found;

type Short<A extends Digit, B extends number> = A extends Below[B & keyof Below] ? 1 : 0;

type Trimmed<A extends Digits> = A extends readonly [
  0,
  infer D extends Digit,
  ...infer Rest extends Digits,
]
  ? Trimmed<[D, ...Rest]>
  : A;

export type Order = "<" | "=" | ">";

/** The first digit that differs decides, unless one list is longer. */
export type Compared<
  A extends Digits,
  B extends Digits,
  SoFar extends Order = "=",
> = A extends readonly [infer a extends Digit, ...infer As extends Digits]
  ? B extends readonly [infer b extends Digit, ...infer Bs extends Digits]
    ? Compared<As, Bs, SoFar extends "=" ? ComparedDigits<a, b> : SoFar>
    : ">"
  : B extends readonly []
    ? SoFar
    : "<";

type ComparedDigits<A extends Digit, B extends Digit> = A extends B
  ? "="
  : A extends Below[B]
    ? "<"
    : ">";

/** a · b = (…(a·b₁)·10 + a·b₂)·10 + …, b₁ the first digit of b. */
export type Product<
  A extends Digits,
  B extends Digits,
  Found extends Digits = [0],
> = A extends readonly [0]
  ? [0]
  : B extends readonly [infer b extends Digit, ...infer Bs extends Digits]
    ? Product<A, Bs, Found extends readonly [0] ? Times<A, b> : Sum<[...Found, 0], Times<A, b>>>
    : Found;

/** a · d for one digit d: at most four sums. */
type Times<A extends Digits, D extends Digit> = {
  0: [0];
  1: A;
  2: Sum<A, A>;
  3: Sum<A, Times<A, 2>>;
  4: Sum<Times<A, 2>, Times<A, 2>>;
  5: Sum<A, Times<A, 4>>;
  6: Sum<Times<A, 3>, Times<A, 3>>;
  7: Sum<A, Times<A, 6>>;
  8: Sum<Times<A, 4>, Times<A, 4>>;
  9: Sum<A, Times<A, 8>>;
}[D];

/** [⌊a / b⌋, a mod b] for b > 0: long division. */
export type Divided<
  A extends Digits,
  B extends Digits,
  Quotient extends Digits = [],
  Rest extends Digits = [0],
> = B extends readonly [1]
  ? [A, [0]]
  : A extends readonly [infer a extends Digit, ...infer As extends Digits]
    ? Taken<Trimmed<[...Rest, a]>, B> extends readonly [
        infer Times extends Digit,
        infer Left extends Digits,
      ]
      ? Divided<As, B, [...Quotient, Times], Left>
      : never
    : [Trimmed<Quotient>, Rest];

/** How often b goes into a (at most nine times), and what is left. */
type Taken<A extends Digits, B extends Digits, Times extends Digit = 0> =
  Compared<A, B> extends "<" ? [Times, A] : Taken<Difference<A, B>, B, Plus[Times][1] & Digit>;

/** Plus[a][b] = a + b. */
type Plus = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  [4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  [5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  [6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  [9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
];

/** Minus[b][a] = (a − b) mod 10. */
type Minus = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [9, 0, 1, 2, 3, 4, 5, 6, 7, 8],
  [8, 9, 0, 1, 2, 3, 4, 5, 6, 7],
  [7, 8, 9, 0, 1, 2, 3, 4, 5, 6],
  [6, 7, 8, 9, 0, 1, 2, 3, 4, 5],
  [5, 6, 7, 8, 9, 0, 1, 2, 3, 4],
  [4, 5, 6, 7, 8, 9, 0, 1, 2, 3],
  [3, 4, 5, 6, 7, 8, 9, 0, 1, 2],
  [2, 3, 4, 5, 6, 7, 8, 9, 0, 1],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 0],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
];

/** Ones[s] = s mod 10 and Tens[s] = ⌊s / 10⌋ for a sum of two digits and a carry. */
type Ones = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
type Tens = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

/** Below[b]: the digits less than b. */
interface Below {
  0: never;
  1: 0;
  2: 0 | 1;
  3: 0 | 1 | 2;
  4: 0 | 1 | 2 | 3;
  5: 0 | 1 | 2 | 3 | 4;
  6: 0 | 1 | 2 | 3 | 4 | 5;
  7: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  8: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  9: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  10: Digit;
}
