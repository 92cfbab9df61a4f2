import { type Expr, less, neg, sub, unary, where, zero } from "../tensor/expr.ts";

/** log σ(x) = x − log(1 + eˣ) = −log(1 + e⁻ˣ): the form whose exponential is at most 1. */
export const logSigmoidOf = (x: Expr): Expr =>
  where(
    less(x, zero),
    sub(x, unary("log1p", unary("exp", x))),
    neg(unary("log1p", unary("exp", neg(x)))),
  );
