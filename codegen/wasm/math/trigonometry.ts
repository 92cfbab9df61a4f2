import { call, type Func } from "../module.ts";
import {
  double,
  float,
  highHalf,
  integer,
  lowHalf,
  narrow,
  oddMask,
  shuffle,
  signOf,
  withSign,
} from "./lanes.ts";
import { vectorFunction } from "./vector-function.ts";

/** sin(r) / r − 1 and cos(r) − 1 + r²/2 for |r| ≤ π/4, by powers of r²: to 2^−27.9 and 2^−32.9 */
const sineTail = [-0.16666655, 0.008332192, -0.00019518785];
const cosineTail = [0.041666646, -0.0013887314, 2.443317e-5];

/** sin(x + ahead π/2): sin r, cos r, −sin r, −cos r by the quadrant. */
const circular = (name: "sin" | "cos", ahead: 0 | 1) => (): Func =>
  vectorFunction(name, ["x"], "±sin r or ±cos r, x = r + q π/2", (keep, x) => {
    const { add, sub, mul, select, polynomial } = float;
    const low = keep("low", call("angle", lowHalf(x)));
    const high = keep("high", call("angle", highHalf(x)));
    const q = keep("q", integer.add(shuffle(low, high, [0, 2, 4, 6]), ahead));
    const r = keep("r", narrow(low, high));
    const r2 = keep("r2", mul(r, r));
    const sine = withSign(add(r, mul(mul(r, r2), polynomial(r2, sineTail))), r);
    const cosine = add(sub(1, mul(r2, 0.5)), mul(mul(r2, r2), polynomial(r2, cosineTail)));
    return integer.xor(select(oddMask(q), cosine, sine), signOf(integer.shiftLeft(q, 30)));
  });

/** sin x and cos x, for every finite float32 within 1.6 ULP. */
export const sin = circular("sin", 0);
export const cos = circular("cos", 1);

/** tan(r) / r − 1 for |r| ≤ π/4, by powers of r²: to 2^−29.4 */
const tangentTail = [
  0.33333351474943596, 0.13332608742007585, 0.054065681846381886, 0.021254216129384384,
  0.010904383104505632, 6.884396846905033e-6, 0.004415214678277417,
];

/** tan r, or −1 / tan r in odd quadrants, of two float64. */
export const tangent = (): Func =>
  vectorFunction("tangent", ["x"], "tan r, in odd quadrants −1 / tan r", (keep, x) => {
    const { add, mul, div, select, polynomial } = double;
    const r = keep("r", call("angle", x));
    const r2 = keep("r2", mul(r, r));
    const t = keep("t", add(r, mul(mul(r, r2), polynomial(r2, tangentTail))));
    return select(oddMask(shuffle(r, r, [0, 0, 2, 2])), div(-1, t), t);
  });

/**
 * tan x, for every finite float32 within 0.53 ULP. In float64: roundings of r, of tan r and of its
 * inverse would come to more than 2 ULP.
 */
export const tan = (): Func =>
  vectorFunction("tan", ["x"], "of two and two", (_, x) =>
    narrow(call("tangent", lowHalf(x)), call("tangent", highHalf(x))),
  );
