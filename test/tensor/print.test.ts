import { describe, expect, it } from "vitest";
import { Axis, constant, type Index } from "../../src/tensor/axis.ts";
import {
  add,
  argmax,
  div,
  divides,
  equal,
  type Expr,
  extent,
  greatest,
  guard,
  index,
  less,
  max,
  min,
  mul,
  neg,
  number,
  one,
  pow,
  random,
  read,
  stop,
  sub,
  sum,
  unary,
  where,
  within,
  zero,
} from "../../src/tensor/expr.ts";
import { latex } from "../../src/tensor/latex.ts";
import { outside, print, ranges } from "../../src/tensor/print.ts";

const [n, m, k, p, q, r, s] = [
  new Axis("n", 2),
  new Axis("m", 6),
  new Axis("k", 3),
  new Axis("p", 28),
  new Axis("q", 28),
  new Axis("r", 5),
  new Axis("s", 5),
] as const;
const x = { name: "x", shape: [2, 3, 28, 28] };
const w = { name: "w", shape: [6, 3, 5, 5] };
const bias = { name: "bias", shape: [6] };
const y = { name: "y", shape: [2, 6, 28, 28] };
const [a, b, c] = ["a", "b", "c"].map((name) => read({ name, shape: [] }, [])) as [
  Expr,
  Expr,
  Expr,
]; // three of three
const conv = add(
  read(bias, [m]),
  sum(
    [k, r, s],
    mul(read(x, [n, k, p.plus(r).minus(2), q.plus(s).minus(2)]), read(w, [m, k, r, s])),
  ),
);
const piece = { axes: [n, m, p, q], at: [n, m, p, q], body: conv };

describe("a definition", () => {
  it("reads as a textbook has it", () => {
    expect(print.piece(y, piece)).toBe(
      "y[n,m,p,q] = bias[m] + Σ k,r,s x[n, k, p + r − 2, q + s − 2] · w[m,k,r,s]",
    );
  });
  it("reads the same in LaTeX", () => {
    expect(latex.piece(y, piece)).toBe(
      String.raw`y_{n,m,p,q} = \mathrm{bias}_{m} + \sum_{k,r,s} x_{n,k,p+r-2,q+s-2} \cdot w_{m,k,r,s}`,
    );
  });
  it("says what its reads are worth outside of their tensors", () => {
    expect(outside(conv)).toBe("   (outside x: 0)");
    expect(outside(read(w, [m, k, r, s]))).toBe("");
    expect(outside(greatest([r], read(x, [n, k, p.plus(r), q], -Infinity)))).toBe(
      "   (outside x: −∞)",
    );
  });
  it("says how far its axes run", () => {
    expect(ranges([piece])).toBe("n < 2; m < 6; p, q < 28; k < 3; r, s < 5");
  });
  it("tells two axes of one name apart, but only where both are in sight", () => {
    const other = new Axis("k", 3);
    const total = (axis: Axis) => sum([axis], read({ name: "v", shape: [3] }, [axis]));
    expect(print.expr(div(read({ name: "v", shape: [3] }, [k]), total(other)))).toBe(
      "v[k] / (Σ k′ v[k′])",
    );
    expect(print.expr(add(total(k), total(other)))).toBe("Σ k v[k] + Σ k v[k]");
  });
});

const indices: readonly (readonly [string, string, Index])[] = [
  ["h + 2 − r", "p + 2 - r", p.plus(2).minus(r)],
  ["2·p + r − 1", "2p + r - 1", p.times(2).plus(r).minus(1)],
  ["−p", "-p", p.times(-1)],
  ["⌊(p + 1) / 3⌋", String.raw`\lfloor \left(p + 1\right) / 3 \rfloor`, p.plus(1).over(3)],
  ["p mod 3", String.raw`p \bmod 3`, p.modulo(3)],
  ["7·(p mod 3) + r", String.raw`7\left(p \bmod 3\right) + r`, p.modulo(3).times(7).plus(r)],
  ["3", "3", constant(3)],
];
describe("an index", () => {
  for (const [text, tex, at] of indices)
    it(text, () => {
      expect(print.index(at).replaceAll("p", "h")).toBe(text.replaceAll("p", "h"));
      expect(latex.index(at)).toBe(tex);
    });
});

const winner = read({ name: "winner", shape: [28] }, [p]);
const expressions: readonly [string, string, Expr][] = [
  ["a − b − c", "a - b - c", sub(sub(a, b), c)],
  ["a − (b + c)", String.raw`a - \left(b + c\right)`, sub(a, add(b, c))],
  ["(a + b) · c", String.raw`\left(a + b\right) \cdot c`, mul(add(a, b), c)],
  ["−a · b", String.raw`-a \cdot b`, mul(neg(a), b)],
  ["a − 2 · b", String.raw`a - 2 \cdot b`, add(a, mul(number(-2), b))],
  ["a · b / c", String.raw`\frac{a \cdot b}{c}`, div(mul(a, b), c)],
  ["a / (b · c)", String.raw`\frac{a}{b \cdot c}`, div(a, mul(b, c))],
  ["(a / b) · c", String.raw`\frac{a}{b} \cdot c`, mul(div(a, b), c)],
  ["a²", "a^{2}", mul(a, a)],
  ["(a − b)²", String.raw`\left(a - b\right)^{2}`, mul(sub(a, b), sub(a, b))],
  ["a^(b + 1)", "a^{b + 1}", pow(a, add(b, one))],
  ["3 · a", String.raw`3 \cdot a`, mul(mul(number(2), a), number(1.5))],
  ["1/9 · a", String.raw`\frac{1}{9} \cdot a`, mul(a, number(1 / 9))],
  ["−∞", String.raw`-\infty`, number(-Infinity)],
  [
    "max(a, min(b, 6))",
    String.raw`\max\left(a, \min\left(b, 6\right)\right)`,
    max(a, min(b, number(6))),
  ],
  ["exp(−|a|)", String.raw`\exp\left(-\left|a\right|\right)`, unary("exp", neg(unary("abs", a)))],
  ["√(a + b)", String.raw`\sqrt{a + b}`, unary("sqrt", add(a, b))],
  [
    "⌊a⌋ + ⌈b⌉",
    String.raw`\left\lfloor a \right\rfloor + \left\lceil b \right\rceil`,
    add(unary("floor", a), unary("ceil", b)),
  ],
  [
    "sigmoid(a) · (1 − sigmoid(a))",
    String.raw`\sigma\left(a\right) \cdot \left(1 - \sigma\left(a\right)\right)`,
    mul(unary("sigmoid", a), sub(one, unary("sigmoid", a))),
  ],
  ["erf(a)", String.raw`\operatorname{erf}\left(a\right)`, unary("erf", a)],
  ["[0 < a] · b", String.raw`\left[0 < a\right] \cdot b`, where(less(zero, a), b, zero)],
  ["[a ≤ 0] · b", String.raw`\left[a \le 0\right] \cdot b`, where(less(zero, a), zero, b)],
  [
    "{a if b < c, else b}",
    String.raw`\begin{cases} a & \text{if } b < c \\ b & \text{else} \end{cases}`,
    where(less(b, c), a, b),
  ],
  ["[a = b]", String.raw`\left[a = b\right]`, equal(a, b)],
  [
    "[5·r + s = winner[p]] · a",
    String.raw`\left[5r + s = \mathrm{winner}_{p}\right] \cdot a`,
    where(equal(index(r.times(5).plus(s)), winner), a, zero),
  ],
  [
    "[0 ≤ p + 2 − r < 28] · a",
    String.raw`\left[0 \le p + 2 - r < 28\right] \cdot a`,
    guard([within(p.plus(2).minus(r), 28)], a),
  ],
  [
    "[p + r < 28, 2 divides p] · (a + b)",
    String.raw`\left[p + r < 28, 2 \mid p\right] \cdot \left(a + b\right)`,
    guard([within(p.plus(r), 28), divides(2, p)], add(a, b)),
  ],
  [
    "[p + 1 = 2·r] · a",
    String.raw`\left[p + 1 = 2r\right] \cdot a`,
    guard([within(p.plus(1).minus(r.times(2)), 1)], a),
  ],
  ["max r,s a", String.raw`\max_{r,s} a`, greatest([r, s], a)],
  ["argmax r,s a", String.raw`\operatorname*{arg\,max}_{r,s} a`, argmax([r, s], a)],
  ["a · Σ k b", String.raw`a \cdot \sum_{k} b`, mul(sum([k], b), a)],
  ["Σ k (a + b)", String.raw`\sum_{k} \left(a + b\right)`, sum([k], add(a, b))],
  ["a / N", String.raw`\frac{a}{N}`, div(a, extent(x, 0))],
  ["stop(a)", String.raw`\operatorname{stop}\left(a\right)`, stop(a)],
  [
    "random(a, 28·n + p)",
    String.raw`\operatorname{random}\left(a, 28n + p\right)`,
    random(a, n.times(28).plus(p)),
  ],
];
describe("an expression", () => {
  for (const [text, tex, e] of expressions)
    it(text, () => {
      expect(print.expr(e)).toBe(text);
      expect(latex.expr(e)).toBe(tex);
    });
});
