import { describe, expect, it } from "vitest";
import { collect } from "../../../codegen/schedule/collect.ts";
import { Axis } from "../../../src/tensor/axis.ts";
import { add, type Expr, max, mul, neg, number, read, sub } from "../../../src/tensor/expr.ts";
import { print } from "../../../src/tensor/print.ts";
import { reads } from "../../../src/tensor/walk.ts";

const n = new Axis("n", 2);
const c = new Axis("c", 3);
const vector = (name: string) => read({ name, shape: [3] }, [c]);
const [a, b, s, t] = ["a", "b", "s", "t"].map(vector) as [Expr, Expr, Expr, Expr]; // four names
const x = read({ name: "x", shape: [2, 3] }, [n, c]);

const ready = (e: Expr) => reads(e).every((r) => r.tensor.name !== "x");
const text = (body: Expr, worth: (e: Expr) => boolean = () => true) =>
  print.expr(collect(body, ready, worth));

describe("terms that are ready before the others", () => {
  it("become one, through a product with what is ready", () => {
    expect(text(add(mul(add(x, a), s), b))).toBe("x[n,c] · s[c] + a[c] · s[c] + b[c]");
    const made = collect(add(mul(add(x, a), s), b), ready, () => true);
    expect(made.kind === "add" && ready(made.b)).toBe(true);
  });

  it("become one whichever side they stand on, signs kept", () => {
    expect(text(add(b, mul(s, sub(x, a))))).toBe("x[n,c] · s[c] + b[c] − a[c] · s[c]");
    expect(text(sub(b, mul(s, add(x, a))))).toBe("−x[n,c] · s[c] + b[c] − a[c] · s[c]");
  });

  it("are collected from a long sum, the others in their order", () => {
    const y = mul(x, x);
    expect(text(add(x, a, y, b))).toBe("x[n,c] + x[n,c]² + a[c] + b[c]");
  });

  it("are collected within what they cannot leave", () => {
    expect(text(max(add(mul(add(x, a), s), b), number(0)))).toBe(
      "max(x[n,c] · s[c] + a[c] · s[c] + b[c], 0)",
    );
    expect(text(add(max(add(x, a, b), number(0)), s, t))).toBe(
      "max(x[n,c] + a[c] + b[c], 0) + s[c] + t[c]",
    );
  });

  it("stay where there is but one of them", () => {
    for (const body of [add(x, a), mul(add(x, a), s), add(mul(x, s), b), neg(add(x, a))])
      expect(collect(body, ready, () => true)).toBe(body);
  });

  it("stay where their sum is worth nothing", () => {
    const body = add(x, a, b);
    expect(collect(body, ready, () => false)).toBe(body);
  });

  it("stay in a part that is used elsewhere too", () => {
    const moved = add(x, a);
    const body = max(add(mul(moved, s), b), moved);
    expect(collect(body, ready, () => true)).toBe(body);
  });
});
