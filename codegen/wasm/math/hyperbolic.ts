import type { Func, Node } from "../module.ts";
import { exponential, powerOfTwo } from "./exponential.ts";
import { float, withSign } from "./lanes.ts";
import { vectorFunction, type Keep } from "./vector-function.ts";

const { add, sub, mul, div, abs, atMost, less, select, polynomial } = float;

/** x + x³ Σ k c[k] x²ᵏ */
function odd(keep: Keep, x: Node, c: readonly number[]): Node {
  const square = keep("square", mul(x, x));
  return add(x, mul(mul(x, square), polynomial(square, c)));
}

/**
 * tanh x = 1 − 2 / (e²ˣ + 1), and a polynomial (to 2^−27.6) below 0.625, where the difference would
 * cancel: parted as in Cephes' tanhf. Within 1.35 ULP.
 */
export const tanh = (): Func =>
  vectorFunction("tanh", ["x"], "1 − 2 / (e²ˣ + 1); |x| < 0.625: x + x³ P(x²)", (keep, x) => {
    const size = keep("size", abs(x));
    const { n, q } = exponential(keep, keep("twice", atMost(add(size, size), 20)), 127);
    const large = sub(1, div(2, add(mul(add(q, 1), powerOfTwo(n)), 1)));
    const small = odd(
      keep,
      size,
      [-0.33333284, 0.13331479, -0.05374218, 0.020645633, -0.005710926],
    );
    return withSign(select(less(size, 0.625), small, large), x);
  });

/** e^|x| / 4, which does not overflow before sinh and cosh do. */
function quarter(keep: Keep, size: Node): Node {
  const { n, q } = exponential(keep, keep("within", atMost(size, 90)), 127 - 2);
  return keep("quarter", mul(add(q, 1), powerOfTwo(n)));
}

/** cosh x = e/2 + 1/(2e), e = e^|x|, within 1.5 ULP. */
export const cosh = (): Func =>
  vectorFunction("cosh", ["x"], "e/2 + 1/(2e), e = e^|x|", (keep, x) => {
    const e4 = quarter(keep, abs(x));
    return add(add(e4, e4), div(1 / 8, e4));
  });

/** sinh x = e/2 − 1/(2e), e = e^|x|, and a polynomial (to 2^−25.3) below 1. Within 1.65 ULP. */
export const sinh = (): Func =>
  vectorFunction("sinh", ["x"], "e/2 − 1/(2e), e = e^|x|; |x| < 1: x + x³ P(x²)", (keep, x) => {
    const size = keep("size", abs(x));
    const e4 = quarter(keep, size);
    const large = sub(add(e4, e4), div(1 / 8, e4));
    const small = odd(keep, size, [0.16666718, 0.008330223, 0.00020376634]);
    return withSign(select(less(size, 1), small, large), x);
  });
