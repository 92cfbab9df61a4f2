import { plain, type Func } from "../module.ts";
import { float, integer } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

const { abs, floor, mul, sub } = float;

/**
 * ToInt32 of ECMAScript, as Math.imul applies it: x without its fraction, modulo 2³²; 0 for ±∞ and NaN.
 * The remainder of |x| by 2³² is exact in float32.
 */
export const toInt32 = (): Func =>
  vectorFunction("toInt32", ["x"], "x without its fraction, modulo 2³²", (keep, x) => {
    const size = keep("size", abs(x));
    const rest = sub(size, mul(floor(mul(size, 2 ** -32)), 2 ** 32));
    const whole = plain("i32x4.trunc_sat_f32x4_u", rest);
    const negative = keep("negative", integer.shiftRight(x, 31));
    return integer.sub(integer.xor(whole, negative), negative);
  });
