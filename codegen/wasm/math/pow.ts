import { call, i32, plain, type Func } from "../module.ts";
import { double, float, highHalf, integer, lowHalf, narrow, shuffle, signOf } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

/** log₂((1 + s) / (1 − s)) / s for |s| ≤ 0.1718, by powers of s²: to 2^−37.8 */
const logarithm = [
  2.8853900817902707, 0.9617966731028314, 0.5770836301984075, 0.41166995772796933,
  0.3407821396562626,
];
/** 2ᶠ for |f| ≤ ½, by powers of f: to 2^−28.5 */
const root = [
  1, 0.6931472062482009, 0.24022651345928812, 0.05550327791239377, 0.009618003888572576,
  0.0013400269645638145, 0.00015476300566227681,
];

/** a^b = 2^(b log₂ a) of two float64 a ≥ 0, and b, that are float32. */
export const power = (): Func =>
  vectorFunction("power", ["a", "b"], "2^(b log₂ a), a ≥ 0", (keep, a, b) => {
    const { add, sub, mul, div, equal, less, select, atLeast, atMost, polynomial, splat } = double;
    // a = 2ᵏ m, √½ ≤ m < √2; −∞ is the mask of sign and exponent
    const above = keep("above", plain("i64x2.sub", a, splat(Math.SQRT1_2)));
    const exponents = shuffle(above, above, [1, 3, 1, 3]);
    const k = plain("f64x2.convert_low_i32x4_s", integer.shiftRight(exponents, 20));
    const m = keep("m", plain("i64x2.sub", a, integer.and(above, splat(-Infinity))));
    const s = keep("s", div(sub(m, 1), add(m, 1)));
    const s2 = keep("s2", mul(s, s));
    const finite = add(k, mul(s, polynomial(s2, logarithm)));
    const log = select(equal(a, 0), -Infinity, select(less(a, Infinity), finite, a));

    const rounder = 1.5 * 2 ** 52 + 1023;
    const e = keep("e", atLeast(atMost(mul(b, log), 130), -160));
    const n = keep("n", add(e, rounder));
    const f = keep("f", sub(e, sub(n, rounder)));
    return mul(polynomial(f, root), plain("i64x2.shl", n, i32(52)));
  });

/**
 * Math.pow(a, b), within 0.56 ULP: in float64, for the logarithm's error is multiplied by up to 150.
 * Zero, infinite and NaN operands come right by |a|^b = 2^(b log₂ |a|), also (±1)^±∞, which is NaN in
 * JavaScript. Then an odd b hands on the sign of a; a fraction b leaves a finite a < 0 without a power; and
 * anything to the 0 is 1.
 */
export const pow = (): Func =>
  vectorFunction("pow", ["a", "b"], "±|a|^b", (keep, a, b) => {
    const { abs, mul, nearest, equal, unequal, less, greater, select } = float;
    const size = keep("size", abs(a));
    const raised = narrow(
      call("power", lowHalf(size), lowHalf(b)),
      call("power", highHalf(size), highHalf(b)),
    );
    const fraction = keep("fraction", unequal(nearest(b), b));
    const half = keep("half", mul(b, 0.5));
    const even = integer.or(fraction, equal(nearest(half), half));
    const signed = integer.xor(raised, plain("v128.andnot", signOf(a), even));
    const negative = integer.and(less(a, 0), greater(a, -Infinity));
    const undefinedHere = integer.and(negative, fraction);
    return select(equal(b, 0), 1, integer.or(signed, undefinedHere));
  });
