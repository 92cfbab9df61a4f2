import type { Func } from "../module.ts";
import { float, integer, withSign } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

const { add, mul, div, abs, greater, select, polynomial, splat } = float;

/** atan(t) / t − 1 for |t| ≤ 1, by powers of t² from the first on: to 2^−25.7 */
const tail = [
  -0.33333167, 0.19994146, -0.14214265, 0.106791265, -0.07580917, 0.043556992, -0.016583024,
  0.0029749894,
];
/** π/2 as a float32 and what it lacks, without which atan is off by 2 ULP right above 1. */
const quarterTurn = { high: Math.fround(Math.PI / 2), low: -4.371139e-8 };

/** atan t for t = x up to 1, π/2 + atan t for t = −1/x beyond. Within 1.75 ULP. */
export const atan = (): Func =>
  vectorFunction("atan", ["x"], "t + t³ P(t²); |x| > 1: π/2 + the same, t = −1/x", (keep, x) => {
    const size = keep("size", abs(x));
    const large = keep("large", greater(size, 1));
    const t = keep("t", div(select(large, -1, size), select(large, size, 1)));
    const t2 = keep("t2", mul(t, t));
    const within = add(t, mul(mul(t, t2), polynomial(t2, tail)));
    const beyond = add(within, integer.and(large, splat(quarterTurn.low)));
    return withSign(add(beyond, integer.and(large, splat(quarterTurn.high))), x);
  });
