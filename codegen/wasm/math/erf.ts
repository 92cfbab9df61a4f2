import type { Func } from "../module.ts";
import { powerOfTwo } from "./exponential.ts";
import { float, withSign } from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

const { add, sub, mul, abs, atMost, less, select, polynomial } = float;

/** erf(x) / x − 1 for |x| ≤ 1, by powers of x²: to 2^−29.3 */
const small = [
  0.12837917, -0.3761263, 0.11283619, -0.026855174, 0.0051908446, -0.0008031836, 7.9241305e-5,
];
/** log₂ erfc(x) for 1 ≤ x ≤ 4, by powers of x: erf is right to 2^−25.9 */
const exponent = [-0.003778722, -1.6123865, -0.9438692, -0.1281107, 0.02139775, -0.0016695053];
/** (2ᶠ − 1) / f for |f| ≤ ½, by powers of f: 2ᶠ to 2^−22.8, and erfc is at most a fifth of erf */
const root = [0.69314724, 0.24022235, 0.05550273, 0.009671859, 0.0013417398];

/**
 * erf x = x + x P(x²) for |x| < 1, 1 − 2^Q(x) beyond, 1 from 4 on. That log erfc is close to a parabola,
 * so that a short Q does, is from N. Juffa's erff. Within 1.5 ULP.
 */
export const erf = (): Func =>
  vectorFunction("erf", ["x"], "x + x P(x²); |x| ≥ 1: 1 − 2^Q(x)", (keep, x) => {
    const size = keep("size", abs(x));
    const x2 = keep("x2", mul(x, x));
    const near = add(size, mul(size, polynomial(x2, small)));

    const t = keep("t", atMost(size, 4));
    const e = keep("e", polynomial(t, exponent));
    const rounder = 1.5 * 2 ** 23 + 127;
    const n = keep("n", add(e, rounder));
    const f = keep("f", sub(e, sub(n, rounder)));
    const erfc = mul(add(mul(f, polynomial(f, root)), 1), powerOfTwo(n));

    return withSign(select(less(size, 1), near, sub(1, erfc)), x);
  });
