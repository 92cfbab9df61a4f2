import { type Axis, constant } from "../tensor/axis.ts";
import { type Expr, greatest, guard, mul, sum, zero } from "../tensor/expr.ts";
import { mentions, tightened } from "../tensor/bounds.ts";
import { freeAxes, substitute } from "../tensor/walk.ts";
import type { Rule } from "./rule.ts";

const independent = (e: Expr, axes: readonly Axis[]): boolean => {
  const free = freeAxes(e);
  return !axes.some((axis) => free.has(axis));
};

/** Laws of sums, maxima and guards: each moves out of a loop what does not belong into it. */
export const sums: readonly Rule[] = [
  {
    law: "Σ 0 = 0",
    apply: (e) => (e.kind === "sum" && e.body === zero ? zero : undefined),
  },
  {
    law: "Σi Σj x = Σi,j x",
    apply: (e) =>
      (e.kind === "sum" || e.kind === "greatest") && e.body.kind === e.kind
        ? e.kind === "sum"
          ? sum([...e.over, ...e.body.over], e.body.body)
          : greatest([...e.over, ...e.body.over], e.body.body)
        : undefined,
  },
  {
    law: "Σi x = x at i = 0, for an axis of one step",
    apply(e) {
      if (e.kind !== "sum") return undefined;
      const single = e.over.filter((axis) => axis.size === 1);
      if (single.length === 0) return undefined;
      const first = new Map(single.map((axis) => [axis, constant(0)]));
      return sum(
        e.over.filter((axis) => axis.size !== 1),
        substitute(e.body, first),
      );
    },
  },
  {
    law: "Σi a · x = a · Σi x, for a free of i",
    apply(e) {
      if (e.kind !== "sum" || e.body.kind !== "mul") return undefined;
      const { a, b } = e.body;
      if (independent(a, e.over)) return mul(a, sum(e.over, b));
      return independent(b, e.over) ? mul(b, sum(e.over, a)) : undefined;
    },
  },
  {
    law: "Σi −x = −Σi x",
    apply: (e) =>
      e.kind === "sum" && e.body.kind === "unary" && e.body.fn === "neg"
        ? { ...e.body, a: sum(e.over, e.body.a) }
        : undefined,
  },
  {
    law: "Σi [c] x = [c] Σi x, for c free of i",
    apply(e) {
      if (e.kind !== "sum" || e.body.kind !== "guard") return undefined;
      const inner = e.body.conditions.filter((c) => mentions(c, e.over));
      const outer = e.body.conditions.filter((c) => !mentions(c, e.over));
      return outer.length > 0 ? guard(outer, sum(e.over, guard(inner, e.body.body))) : undefined;
    },
  },
  {
    law: "[c] [d] x = [c, d] x",
    apply: (e) =>
      e.kind === "guard" && e.body.kind === "guard"
        ? guard([...e.conditions, ...e.body.conditions], e.body.body)
        : undefined,
  },
  {
    law: "[c] x = x, where c is certain or x is 0 outside of it",
    apply(e) {
      if (e.kind !== "guard") return undefined;
      const after = tightened(e.conditions, e.body);
      return after.kind === "guard" && after.conditions.length === e.conditions.length
        ? undefined
        : after;
    },
  },
];
