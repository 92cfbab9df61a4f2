import { div, mul, neg, number, unary } from "../tensor/expr.ts";
import { unary as meaning } from "../tensor/evaluate.ts";
import {
  any,
  applied,
  choice,
  constant,
  exactly,
  maxOf,
  minOf,
  powerOf,
  productOf,
  quotientOf,
  type Rule,
  rule,
  sumOf,
  valueOf,
} from "./rule.ts";

/** True of real numbers; of floats too, but for the sign of a zero and 0 · ∞ = NaN. */
export const arithmetic: readonly Rule[] = [
  rule("x + 0 = x", sumOf(any("x"), exactly(0)), ({ x }) => x),
  rule("0 + x = x", sumOf(exactly(0), any("x")), ({ x }) => x),
  rule("x · 1 = x", productOf(any("x"), exactly(1)), ({ x }) => x),
  rule("1 · x = x", productOf(exactly(1), any("x")), ({ x }) => x),
  rule("x · 0 = 0", productOf(any("x"), exactly(0)), () => number(0)),
  rule("0 · x = 0", productOf(exactly(0), any("x")), () => number(0)),
  rule("x · −1 = −x", productOf(any("x"), exactly(-1)), ({ x }) => neg(x)),
  rule("−1 · x = −x", productOf(exactly(-1), any("x")), ({ x }) => neg(x)),
  rule("x / 1 = x", quotientOf(any("x"), exactly(1)), ({ x }) => x),
  rule("0 / x = 0", quotientOf(exactly(0), any("x")), () => number(0)),
  rule("−(−x) = x", applied("neg", applied("neg", any("x"))), ({ x }) => x),
  rule("(−x) · y = −(x · y)", productOf(applied("neg", any("x")), any("y")), ({ x, y }) =>
    neg(mul(x, y)),
  ),
  rule("x · (−y) = −(x · y)", productOf(any("x"), applied("neg", any("y"))), ({ x, y }) =>
    neg(mul(x, y)),
  ),
  rule("(−x) / y = −(x / y)", quotientOf(applied("neg", any("x")), any("y")), ({ x, y }) =>
    neg(div(x, y)),
  ),
  rule("(x · a) · b = x · ab", productOf(productOf(any("x"), constant("a")), constant("b")), (v) =>
    mul(v.x, number(valueOf(v.a) * valueOf(v.b))),
  ),
  rule("a · (b · x) = ab · x", productOf(constant("a"), productOf(constant("b"), any("x"))), (v) =>
    mul(number(valueOf(v.a) * valueOf(v.b)), v.x),
  ),
  rule("max(x, x) = x", maxOf(any("x"), any("x")), ({ x }) => x),
  rule("min(x, x) = x", minOf(any("x"), any("x")), ({ x }) => x),
  rule("x⁰ = 1", powerOf(any("x"), exactly(0)), () => number(1)),
  rule("x¹ = x", powerOf(any("x"), exactly(1)), ({ x }) => x),
  rule("x² = x · x", powerOf(any("x"), exactly(2)), ({ x }) => mul(x, x)),
  rule("x³ = x · x · x", powerOf(any("x"), exactly(3)), ({ x }) => mul(mul(x, x), x)),
  rule("x⁻¹ = 1 / x", powerOf(any("x"), exactly(-1)), ({ x }) => div(number(1), x)),
  rule("x^½ = √x", powerOf(any("x"), exactly(0.5)), ({ x }) => unary("sqrt", x)),
  rule("c ? x : x = x", choice(any("c"), any("x"), any("x")), ({ x }) => x),
  rule("1 ? x : y = x", choice(exactly(1), any("x"), any("y")), ({ x }) => x),
  rule("0 ? x : y = y", choice(exactly(0), any("x"), any("y")), ({ y }) => y),
];

/** Arithmetic on numbers known now. */
export const folding: readonly Rule[] = [
  rule("a + b", sumOf(constant("a"), constant("b")), ({ a, b }) => number(valueOf(a) + valueOf(b))),
  rule("a · b", productOf(constant("a"), constant("b")), ({ a, b }) =>
    number(valueOf(a) * valueOf(b)),
  ),
  rule("a / b", quotientOf(constant("a"), constant("b")), ({ a, b }) =>
    number(valueOf(a) / valueOf(b)),
  ),
  rule("a ^ b", powerOf(constant("a"), constant("b")), ({ a, b }) =>
    number(valueOf(a) ** valueOf(b)),
  ),
  rule("max(a, b)", maxOf(constant("a"), constant("b")), ({ a, b }) =>
    number(Math.max(valueOf(a), valueOf(b))),
  ),
  rule("min(a, b)", minOf(constant("a"), constant("b")), ({ a, b }) =>
    number(Math.min(valueOf(a), valueOf(b))),
  ),
  {
    law: "f(a)",
    apply: (e) =>
      e.kind === "unary" && e.a.kind === "number" ? number(meaning[e.fn](e.a.value)) : undefined,
  },
  {
    law: "a ? b",
    apply(e) {
      if (e.kind !== "compare") return undefined;
      const [a, b] = [e.a, e.b].map((part) =>
        part.kind === "number"
          ? { least: part.value, most: part.value }
          : part.kind === "index"
            ? part.at.range
            : undefined,
      );
      if (!a || !b) return undefined;
      if (a.most < b.least) return number(e.is === "equal" ? 0 : 1);
      if (a.least > b.most) return number(0);
      if (a.least !== a.most || b.least !== b.most || a.least !== b.least) return undefined;
      return number(e.is === "less" ? 0 : 1);
    },
  },
  { law: "stop(a)", apply: (e) => (e.kind === "stop" && e.a.kind === "number" ? e.a : undefined) },
];
