import { call, plain, type Func, type Node } from "../module.ts";
import { double } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

const { add, sub, mul, abs, less, nearest, select, splat } = double;

/** Adding this to a float64 below 2⁵¹ rounds it to an integer, which then stands in the low bits. */
const rounder = 1.5 * 2 ** 52;

/**
 * An angle: r = x − q π/2 for the nearest integer q, whose last two bits take the place of r's. So one
 * vector tells the quadrant and the rest; r is off by 2⁻⁵⁰ of itself at most, and by nothing where
 * q = 0, for x was a float32.
 */
const packed = (r: Node, q: Node): Node => plain("v128.bitselect", q, r, lastTwoBits);
const lastTwoBits: Node = {
  op: "v128.const",
  bytes: [3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0],
};

/** π/2 in two parts, the first of 33 bits: times q < 2²⁰ it is exact (Cody and Waite; fdlibm's split). */
const quarterTurn = { high: 1.5707963267341256, low: 6.077100506506192e-11 };

/** Angles of two float64 that are float32: by the two parts of π/2 below 2²⁰, by `wideAngle` beyond. */
export const angle = (): Func =>
  vectorFunction("angle", ["x"], "x − q π/2, its last two bits those of q", (keep, x) => {
    const q = keep("q", add(mul(x, 2 / Math.PI), rounder));
    const whole = keep("whole", sub(q, rounder));
    const r = sub(sub(x, mul(whole, quarterTurn.high)), mul(whole, quarterTurn.low));
    const near = keep("near", packed(r, q));
    const small = keep("small", less(abs(x), 2 ** 20));
    return {
      op: "if",
      when: plain("i64x2.all_true", small),
      then: [near],
      otherwise: [select(small, near, call("wideAngle", x))],
      result: "v128",
    };
  });

/** 2/π = Σ k  digits[k] 2^(−24 (k + 1)): x · 2/π modulo 4 is right to 2⁻⁶⁴ for x up to 2¹²⁸ */
const digits = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041,
] as const;

/**
 * The same for any finite float32 (Payne and Hanek, 1983). x times a digit is exact in float64; of each
 * product, multiples of 4 quadrants are dropped; of the sum so far, the nearest integer goes to q. The
 * first two products that are no multiples of 4 have no bits below 2⁻⁴⁶, so their sum is exact; what
 * follows is rounded relative to what is left. That is never small: of all float32 above 1,
 * 16367173 · 2⁷² is nearest to a multiple of π/2, at 2^−29.2 (by continued fractions).
 */
export const wideAngle = (): Func =>
  vectorFunction("wideAngle", ["x"], "the same for large x: x · 2/π modulo 4", (keep, x) => {
    const { rest, q } = digits.reduce(
      ({ rest, q }, digit, k) => {
        const p = keep(`product${k}`, mul(x, digit * 2 ** (-24 * (k + 1))));
        const sum = keep(`sum${k}`, add(rest, sub(p, mul(nearest(mul(p, 1 / 4)), 4))));
        const whole = keep(`whole${k}`, nearest(sum));
        return { rest: keep(`rest${k}`, sub(sum, whole)), q: add(q, whole) };
      },
      { rest: splat(0), q: splat(rounder) },
    );
    return packed(mul(rest, Math.PI / 2), q);
  });
