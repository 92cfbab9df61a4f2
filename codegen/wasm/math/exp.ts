import type { Func, Node } from "../module.ts";
import { exponential, powerOfTwo } from "./exponential.ts";
import { float, integer } from "./lanes.ts";
import { vectorFunction, type Keep } from "./vector-function.ts";

const { add, sub, mul, div, abs, neg, atMost, atLeast, less, select } = float;

/**
 * eˣ = (1 + q) 2^⌊n/2⌋ 2^⌈n/2⌉ for −104 ≤ x ≤ 89: either power is a normal number, so ∞ and subnormal
 * results come of the last product.
 */
function raised(keep: Keep, x: Node): Node {
  const { n, q } = exponential(keep, x, 2 * 127);
  const half = keep("half", integer.shiftRight(n, 1));
  return mul(mul(add(q, 1), powerOfTwo(half)), powerOfTwo(integer.sub(n, half)));
}

/** eˣ, within 1.05 ULP. */
export const exp = (): Func =>
  vectorFunction("exp", ["x"], "eˣ = 2ⁿ (1 + q)", (keep, x) =>
    raised(keep, keep("within", atLeast(atMost(x, 89), -104))),
  );

/**
 * 1 / (1 + e⁻ˣ) = 1 − e / (1 + e) for x ≥ 0, e − e · e / (1 + e) for x < 0, with e = exp(−|x|). Within
 * 1.9 ULP; e / (1 + e) itself would be off by 2.4, for it falls in the binade below that of e.
 */
export const sigmoid = (): Func =>
  vectorFunction(
    "sigmoid",
    ["x"],
    "y − y e / (1 + e), e = exp(−|x|), y = x < 0 ? e : 1",
    (keep, x) => {
      const e = keep("e", raised(keep, keep("within", atLeast(neg(abs(x)), -104))));
      const y = keep("y", select(less(x, 0), e, 1));
      return sub(y, mul(y, div(e, add(e, 1))));
    },
  );

/**
 * eˣ − 1 = 2 ((2ⁿ⁻¹ − ½) + 2ⁿ⁻¹ q), within 1.75 ULP: doubled last, for 2ⁿ overflows before the result
 * does. The smallest x are their own results, and would lose a bit in halves.
 */
export const expm1 = (): Func =>
  vectorFunction("expm1", ["x"], "eˣ − 1 = 2 ((2ⁿ⁻¹ − ½) + 2ⁿ⁻¹ q)", (keep, x) => {
    const { n, q } = exponential(keep, keep("within", atLeast(atMost(x, 89), -60)), 126);
    const scale = keep("scale", powerOfTwo(n));
    const half = keep("half", add(sub(scale, 0.5), mul(scale, q)));
    return select(less(abs(x), 2 ** -25), x, add(half, half));
  });
