import type { Comparison } from "../../src/tensor/expr.ts";
import type { Value } from "../loops/loop.ts";

/**
 * What a constant becomes beside numbers of 32 bits, so that each of those is on the same side of it as
 * of the constant itself: rounded down where c < x or x ≤ c is asked, up where x < c or c ≤ x is; and
 * no float32 equals what is none.
 */
export function comparand(v: Value, is: Comparison, side: "left" | "right"): Value {
  if (v.kind !== "number" || Object.is(Math.fround(v.value), v.value)) return v;
  if (is === "equal") return { ...v, value: NaN };
  return { ...v, value: (is === "less") === (side === "left") ? below(v.value) : above(v.value) };
}

/** The greatest float32 that is no greater. */
const below = (x: number): number => {
  const near = Math.fround(x);
  return near <= x ? near : -next(-near);
};
/** The least float32 that is no less. */
const above = (x: number): number => -below(-x);

/** The float32 after x, away from −∞. */
function next(x: number): number {
  if (x === 0) return 2 ** -149;
  const float = Float32Array.of(x);
  const bits = new Int32Array(float.buffer);
  bits[0] = (bits[0] ?? 0) + (x > 0 ? 1 : -1);
  return float[0] ?? NaN;
}
