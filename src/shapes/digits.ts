/**
 * Natural numbers as strings of decimal digits, least significant first: 224 = "422". No string ends in a
 * needless 0. Every step is a table lookup, so the depth is the number of digits, not their value. Strings
 * and not tuples: for each tuple the compiler instantiates the members of an array.
 */
export type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

/** "224" → "422", and back; what is not digits alone ("1.5", "1e+21") → null. */
export type Reversed<Text extends string, Found extends string = ""> = Text extends ""
  ? Found
  : Text extends `${infer D extends Digit}${infer Rest}`
    ? Reversed<Rest, `${D}${Found}`>
    : null;

/** a + b. */
export type Sum<
  A extends string,
  B extends string,
  Carry extends string = "0",
  Found extends string = "",
> = A extends `${infer a extends Digit}${infer As}`
  ? B extends `${infer b extends Digit}${infer Bs}`
    ? Plus[Carry extends "0" ? a : Next[a]][b] extends `${infer Over}${infer D}`
      ? Sum<As, Bs, Over, `${Found}${D}`>
      : never
    : Carry extends "0"
      ? `${Found}${A}`
      : Sum<A, "1", "0", Found>
  : Carry extends "0"
    ? `${Found}${B}`
    : B extends ""
      ? `${Found}1`
      : Sum<B, "1", "0", Found>;

/** a − b for a ≥ b. Zeros wait in Pending until a digit comes after them. */
export type Difference<
  A extends string,
  B extends string,
  Borrow extends string = "0",
  Found extends string = "",
  Pending extends string = "",
> = A extends `${infer a extends Digit}${infer As}`
  ? B extends `${infer b extends Digit}${infer Bs}`
    ? Minus[Borrow extends "0" ? b : Next[b]][a] extends `${infer Short}${infer D}`
      ? D extends "0"
        ? Difference<As, Bs, Short, Found, `${Pending}0`>
        : Difference<As, Bs, Short, `${Found}${Pending}${D}`>
      : never
    : Borrow extends "0"
      ? `${Found}${Pending}${A}`
      : Difference<A, "1", "0", Found, Pending>
  : Found extends ""
    ? "0"
    : Found;

export type Order = "<" | "=" | ">";

/** The last digit that differs decides, unless one string is longer. */
export type Compared<
  A extends string,
  B extends string,
  SoFar extends Order = "=",
> = A extends `${infer a extends Digit}${infer As}`
  ? B extends `${infer b extends Digit}${infer Bs}`
    ? Compared<As, Bs, a extends b ? SoFar : Minus[b][a] extends `0${string}` ? ">" : "<">
    : ">"
  : B extends ""
    ? SoFar
    : "<";

/** a · b = a·b₀ + 10·(a · rest of b). */
export type Product<A extends string, B extends string> = A extends "0"
  ? "0"
  : B extends `${infer b extends Digit}${infer Bs}`
    ? Bs extends ""
      ? Times<A, b>
      : Sum<Times<A, b>, `0${Product<A, Bs>}`>
    : "0";

/** a · d for one digit d: at most four sums. */
type Times<A extends string, D extends Digit> = {
  "0": "0";
  "1": A;
  "2": Sum<A, A>;
  "3": Sum<A, Times<A, "2">>;
  "4": Sum<Times<A, "2">, Times<A, "2">>;
  "5": Sum<A, Times<A, "4">>;
  "6": Sum<Times<A, "3">, Times<A, "3">>;
  "7": Sum<A, Times<A, "6">>;
  "8": Sum<Times<A, "4">, Times<A, "4">>;
  "9": Sum<A, Times<A, "8">>;
}[D];

/** ⌊a / b⌋ and a mod b, written "quotient:remainder", for b > 0: long division from the top digit down. */
export type Divided<A extends string, B extends string> = B extends "1"
  ? `${A}:0`
  : Reversed<A> extends infer Text extends string
    ? Down<Text, B>
    : never;

type Down<
  Text extends string,
  B extends string,
  Quotient extends string = "",
  Rest extends string = "",
> = Text extends `${infer a extends Digit}${infer Lower}`
  ? Taken<`${a}${Rest}`, B> extends `${infer Times}:${infer Left}`
    ? Down<Lower, B, Prefixed<Times, Quotient>, Left extends "0" ? "" : Left>
    : never
  : `${Quotient}:${Rest extends "" ? "0" : Rest}`;

/** The quotient's next lower digit; a 0 that would stand at the top gives way. */
type Prefixed<D extends string, Q extends string> = Q extends "0" ? D : `${D}${Q}`;

/** How often b goes into a, at most nine times, and what is left: "times:left". */
type Taken<A extends string, B extends string, Times extends Digit = "0"> =
  Compared<A, B> extends "<"
    ? `${Times}:${A}`
    : Times extends "9"
      ? `9:${A}`
      : Taken<Difference<A, B>, B, Next[Times] & Digit>;

/** Next[d] = d + 1. */
type Next = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** Plus[a][b] = a + b as tens and ones. */
type Plus = [
  ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09"],
  ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"],
  ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11"],
  ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
  ["04", "05", "06", "07", "08", "09", "10", "11", "12", "13"],
  ["05", "06", "07", "08", "09", "10", "11", "12", "13", "14"],
  ["06", "07", "08", "09", "10", "11", "12", "13", "14", "15"],
  ["07", "08", "09", "10", "11", "12", "13", "14", "15", "16"],
  ["08", "09", "10", "11", "12", "13", "14", "15", "16", "17"],
  ["09", "10", "11", "12", "13", "14", "15", "16", "17", "18"],
  ["10", "11", "12", "13", "14", "15", "16", "17", "18", "19"],
];

/** Minus[b][a] = a − b as borrow and digit: 3 − 5 is "18", ten borrowed and 8. */
type Minus = [
  ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09"],
  ["19", "00", "01", "02", "03", "04", "05", "06", "07", "08"],
  ["18", "19", "00", "01", "02", "03", "04", "05", "06", "07"],
  ["17", "18", "19", "00", "01", "02", "03", "04", "05", "06"],
  ["16", "17", "18", "19", "00", "01", "02", "03", "04", "05"],
  ["15", "16", "17", "18", "19", "00", "01", "02", "03", "04"],
  ["14", "15", "16", "17", "18", "19", "00", "01", "02", "03"],
  ["13", "14", "15", "16", "17", "18", "19", "00", "01", "02"],
  ["12", "13", "14", "15", "16", "17", "18", "19", "00", "01"],
  ["11", "12", "13", "14", "15", "16", "17", "18", "19", "00"],
  ["10", "11", "12", "13", "14", "15", "16", "17", "18", "19"],
];
