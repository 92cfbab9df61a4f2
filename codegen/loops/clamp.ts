import { Axis, type Index } from "../../src/tensor/axis.ts";
import { certain, vanishes } from "../../src/tensor/bounds.ts";
import { type Condition, type Expr, within } from "../../src/tensor/expr.ts";
import { reads } from "../../src/tensor/walk.ts";
import type { Addresses } from "./address.ts";
import type { Integer } from "./loop.ts";
import { integer, type Scope } from "./scope.ts";
import type { Clamp } from "./walk.ts";

/**
 * Bounds of a loop over `axis` outside of which its body is worth nothing: from 0 ≤ k·axis + e < n,
 * ⌈−e/k⌉ ≤ axis ≤ ⌊(n − 1 − e)/k⌋. What the bounds say is noted in the scope, so that no element is
 * tested for it.
 */
export function clamps(
  body: Expr,
  axis: Index | undefined,
  addresses: Addresses,
  scope: Scope,
): Clamp | undefined {
  if (!(axis instanceof Axis)) return undefined;
  const lows: Integer[] = [integer(0)];
  const highs: Integer[] = [integer(axis.size)];
  for (const c of conditionsOf(body, addresses)) {
    const by = c.index.step(axis);
    if (by === undefined || by === 0 || !scope.parent) continue;
    const outer = c.index.minus(axis.times(by));
    if (!outer.axes.every((a) => addresses.knows(a))) continue;
    const at = addresses.affine(outer, scope.parent);
    const minus = (offset: number) => ({
      terms: at.terms.map((t) => ({ name: t.name, by: -t.by })),
      offset: offset - at.offset,
    });
    const k = Math.abs(by);
    // by > 0: low = ⌊(k − 1 − e)/k⌋, high = ⌊(n − 1 − e)/k⌋ + 1; by < 0 with the roles of the ends exchanged
    const first = by > 0 ? minus(k - 1) : { ...at, offset: at.offset - c.below + k };
    const last = by > 0 ? minus(c.below - 1 + k) : { ...at, offset: at.offset + k };
    lows.push(k === 1 ? { kind: "affine", at: first } : quotient(first, k));
    highs.push(k === 1 ? { kind: "affine", at: last } : quotient(last, k));
    scope.integers.set(`assume ${c.index.key} ${c.below}`, "");
  }
  if (lows.length === 1) return undefined;
  return { from: { kind: "most", of: lows }, to: { kind: "least", of: highs } };
}

const quotient = (of: Extract<Integer, { kind: "affine" }>["at"], by: number): Integer => ({
  kind: "quotient",
  of,
  by,
  whole: false,
});

/** Conditions outside of which the whole body is 0, or −∞ under a maximum. */
function conditionsOf(body: Expr, addresses: Addresses): Extract<Condition, { kind: "within" }>[] {
  const found: Extract<Condition, { kind: "within" }>[] = [];
  const consider = (c: Condition, sure: boolean) => {
    const open = c.kind === "within" && certain(c) === undefined && sure;
    if (open && !addresses.runsOn(c.index)) found.push(c);
  };
  if (body.kind === "guard") for (const c of body.conditions) consider(c, true);
  for (const r of reads(body)) {
    const storage = addresses.storages(r.tensor);
    if (storage.fill === r.outside && storage.halo.some((h) => h.before + h.after > 0)) continue;
    for (const [d, index] of r.at.entries()) {
      const c = within(index, r.tensor.shape[d] ?? 1);
      consider(c, r.outside === 0 ? vanishes(body, c) : r.outside === -Infinity && r === body);
    }
  }
  return found;
}
