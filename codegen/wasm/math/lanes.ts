import { f32, i32, plain, type Node } from "../module.ts";

/** A vector, or a number that stands in every lane. */
export type Lanes = Node | number;

// 7 bytes (float64: 11), where v128.const takes 18; V8 takes as long for either.
const splatFloat = (value: number) => plain("f32x4.splat", f32(value));
const splatDouble = (value: number) => plain("f64x2.splat", { op: "const", type: "f64", value });
const splatBits = (value: number) => plain("i32x4.splat", i32(value | 0));

/** The arithmetic of one shape of vector. */
function arithmetic(shape: "f32x4" | "f64x2", splat: (value: number) => Node) {
  const vector = (v: Lanes): Node => (typeof v === "number" ? splat(v) : v);
  const one = (name: "abs" | "neg" | "sqrt" | "floor" | "nearest") => (a: Lanes) =>
    plain(`${shape}.${name}`, vector(a));
  const two =
    (name: "add" | "sub" | "mul" | "div" | "pmin" | "pmax" | "eq" | "ne" | "lt" | "gt") =>
    (a: Lanes, b: Lanes) =>
      plain(`${shape}.${name}`, vector(a), vector(b));
  const add = two("add");
  const mul = two("mul");
  /** Σ k  c[k] xᵏ, by Horner's rule; x is kept, or a parameter */
  const polynomial = (x: Node, [first = 0, ...rest]: readonly number[]): Node =>
    rest.length === 0 ? vector(first) : add(mul(polynomial(x, rest), x), first);
  return {
    splat,
    add,
    sub: two("sub"),
    mul,
    div: two("div"),
    abs: one("abs"),
    neg: one("neg"),
    sqrt: one("sqrt"),
    floor: one("floor"),
    nearest: one("nearest"),
    /** The lesser; a where either is NaN. One machine instruction, which f32x4.min is not. */
    atMost: two("pmin"),
    /** The greater; a where either is NaN. */
    atLeast: two("pmax"),
    equal: two("eq"),
    unequal: two("ne"),
    less: two("lt"),
    greater: two("gt"),
    polynomial,
    /** a where the mask has ones, b where it has zeros */
    select: (mask: Node, a: Lanes, b: Lanes) => plain("v128.bitselect", vector(a), vector(b), mask),
  };
}

/** Four float32. */
export const float = arithmetic("f32x4", splatFloat);
/** Two float64. */
export const double = arithmetic("f64x2", splatDouble);

const onBits =
  (name: `v128.${"and" | "or" | "xor"}` | `i32x4.${"add" | "sub" | "mul"}`) =>
  (a: Lanes, b: Lanes) =>
    plain(name, ...[a, b].map((v) => (typeof v === "number" ? splatBits(v) : v)));
const shift = (name: `i32x4.${"shl" | "shr_s" | "shr_u"}`) => (a: Node, by: number) =>
  plain(name, a, i32(by));

/** Four int32, wrapping; of a number, the low 32 bits. */
export const integer = {
  add: onBits("i32x4.add"),
  sub: onBits("i32x4.sub"),
  mul: onBits("i32x4.mul"),
  and: onBits("v128.and"),
  or: onBits("v128.or"),
  xor: onBits("v128.xor"),
  shiftLeft: shift("i32x4.shl"),
  /** Repeats the sign. */
  shiftRight: shift("i32x4.shr_s"),
  /** Fills with zeros. */
  shiftZeros: shift("i32x4.shr_u"),
};

/** The sign bit of each lane. */
export const signOf = (x: Node): Node => integer.and(x, 1 << 31);
/** a with the sign of x, where a has that sign already or none. */
export const withSign = (a: Node, x: Node): Node => integer.or(a, signOf(x));
/** Ones where the integer is odd, zeros where it is even. */
export const oddMask = (n: Node): Node => integer.shiftRight(integer.shiftLeft(n, 31), 31);

/** Words of 32 bits out of the four of a, numbered 0–3, and of b, 4–7. */
export const shuffle = (
  a: Node,
  b: Node,
  words: readonly [number, number, number, number],
): Node => ({
  op: "shuffle",
  args: [a, b],
  bytes: words.flatMap((w) => [4 * w, 4 * w + 1, 4 * w + 2, 4 * w + 3]),
});

/** The first two of four float32, as float64. */
export const lowHalf = (x: Node): Node => plain("f64x2.promote_low_f32x4", x);
/** The last two of four float32, as float64; x is kept, or a parameter. */
export const highHalf = (x: Node): Node => lowHalf(shuffle(x, x, [2, 3, 2, 3]));
/** Two pairs of float64, rounded to four float32. */
export const narrow = (low: Node, high: Node): Node =>
  shuffle(
    plain("f32x4.demote_f64x2_zero", low),
    plain("f32x4.demote_f64x2_zero", high),
    [0, 1, 4, 5],
  );
