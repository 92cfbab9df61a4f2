import type { Node } from "../module.ts";
import { float, integer } from "./lanes.ts";
import type { Keep } from "./vector-function.ts";

const { add, sub, mul, polynomial } = float;

/** eˣ = 2ⁿ (1 + q), n integral, −0.3 < q < 0.42 */
export interface Exponential {
  readonly q: Node;
  /** Bits; the low nine are n + bias. */
  readonly n: Node;
}

/**
 * ln 2 in two parts, the first short enough for n · high to be exact (Cody and Waite, Software
 * Manual for the Elementary Functions, 1980; the split is that of Cephes' expf).
 */
const ln2 = { high: 0.693359375, low: -2.1219444e-4 };

/** (eʳ − 1 − r) / r² for |r| ≤ 0.3475, by powers of r: q is right to 2^−25.9 of itself */
const tail = [0.5, 0.16666542, 0.041666448, 0.008366729, 0.0013936576];

/**
 * n = x / ln 2 rounded, r = x − n ln 2, q = r + r² tail(r), for |x| < 2²¹ and NaN. Adding 1.5 · 2²³
 * rounds to an integer and leaves it in the low bits, where a conversion takes eight machine instructions.
 */
export function exponential(keep: Keep, x: Node, bias: number): Exponential {
  const rounder = 1.5 * 2 ** 23 + bias;
  const n = keep("n", add(mul(x, Math.LOG2E), rounder));
  const whole = keep("whole", sub(n, rounder));
  const r = keep("r", sub(sub(x, mul(whole, ln2.high)), mul(whole, ln2.low)));
  return { n, q: keep("q", add(r, mul(mul(r, r), polynomial(r, tail)))) };
}

/** 2^(n − 127) for 0 < n < 255, ∞ for 255, of the low nine bits of n. */
export const powerOfTwo = (n: Node): Node => integer.shiftLeft(n, 23);
