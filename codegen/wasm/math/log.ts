import { plain, type Func, type Node } from "../module.ts";
import { float, integer, withSign } from "./lanes.ts";
import { vectorFunction, type Keep } from "./vector-function.ts";

const { add, sub, mul, div, sqrt, equal, less, greater, select, polynomial } = float;

/** The float32 nearest to √½, its bits. */
const rootHalf = 0x3f3504f3;
/** ln 2 in two parts; k · high is exact for |k| < 2⁷ (the split is that of fdlibm's logf). */
const ln2 = { high: 0.69313812, low: 9.0580006e-6 };
/** (log((1 + s) / (1 − s)) / s − 2) / s² for |s| ≤ 0.1718, by powers of s²: to 2^−30 of the logarithm */
const tail = [0.66666776, 0.39977556, 0.2987202];

/** u = 2ᵏ (1 + f), √½ ≤ 1 + f < √2, for a normal u */
function split(keep: Keep, u: Node): { readonly k: Node; readonly f: Node } {
  const above = keep("above", integer.sub(u, rootHalf));
  const significand = integer.add(integer.and(above, 2 ** 23 - 1), rootHalf);
  return {
    k: plain("f32x4.convert_i32x4_s", integer.shiftRight(above, 23)),
    f: keep("f", sub(significand, 1)),
  };
}

/**
 * log(1 + f) + k ln 2 + rest, with log(1 + f) = f − (f²/2 − s (f²/2 + s² tail(s²))), s = f / (2 + f):
 * fdlibm's e_log.c, where what is rounded first is small beside the sum.
 */
function logarithm(keep: Keep, k: Node, f: Node, rest?: Node): Node {
  const s = keep("s", div(f, add(f, 2)));
  const s2 = keep("s2", mul(s, s));
  const h = keep("h", mul(mul(f, f), 0.5));
  const low = mul(k, ln2.low);
  const small = add(mul(s, add(h, mul(s2, polynomial(s2, tail)))), rest ? add(low, rest) : low);
  return add(add(sub(small, h), f), mul(k, ln2.high));
}

/** −∞ at 0, ∞ at ∞, NaN below 0 and at NaN: what √ gives, but at 0 */
const elsewhere = (u: Node, value: Node): Node =>
  select(
    integer.and(greater(u, 0), less(u, Infinity)),
    value,
    select(equal(u, 0), -Infinity, sqrt(u)),
  );

/** log x, within 0.85 ULP; subnormal numbers are scaled first. */
export const log = (): Func =>
  vectorFunction("log", ["x"], "x = 2ᵏ (1 + f): log(1 + f) + k ln 2", (keep, x) => {
    const subnormal = keep("subnormal", less(x, 2 ** -126));
    const { k, f } = split(keep, keep("u", select(subnormal, mul(x, 2 ** 25), x)));
    const exponent = keep("k", sub(k, integer.and(subnormal, float.splat(25))));
    return elsewhere(x, logarithm(keep, exponent, f));
  });

/**
 * log(1 + x) = log u + rest / u, u = 1 + x rounded, rest what rounding took (Knuth's TwoSum). Within
 * 0.9 ULP.
 */
export const log1p = (): Func =>
  vectorFunction("log1p", ["x"], "log u + rest / u, u + rest = 1 + x", (keep, x) => {
    const u = keep("u", add(x, 1));
    const one = keep("one", sub(u, x));
    const rest = add(sub(x, sub(u, one)), sub(1, one));
    const { k, f } = split(keep, u);
    return withSign(elsewhere(u, logarithm(keep, keep("k", k), f, div(rest, u))), x);
  });
