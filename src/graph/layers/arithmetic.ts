import { refuse } from "../../diagnostics.ts";
import type { OpName } from "../../ops/index.ts";
import type { BroadcastShape, Input, Shape, ShapeOf } from "../../shapes/index.ts";
import type { Tensor as Raw } from "../../tensor/expr.ts";
import type { Tensor } from "../tensor.ts";
import { type Call, layer, type Named, text } from "./layer.ts";
import { show } from "./options.ts";

/** a and b combined element by element, broadcast as NumPy does; b may be a number. */
interface Binary<Op extends string> {
  <A extends Shape, B extends Shape = []>(
    a: Tensor<A>,
    b: number | Input<Tensor<B>, BroadcastShape<A, B, Op>, "other">,
    options?: Named,
  ): Tensor<ShapeOf<BroadcastShape<A, B, Op>>>;
}

type BinaryOp = Extract<OpName, "add" | "sub" | "mul" | "div" | "pow" | "maximum" | "minimum">;

/** An op of two operands as a layer, and what it is where the second is a number. */
const binary = <K extends BinaryOp>(
  op: K,
  withNumber: (call: Call, x: Raw, n: number) => Raw,
): Binary<K> => {
  const declared = { called: op, short: op, options: {} };
  const combine = (first: unknown, second: unknown, given?: unknown): Tensor => {
    if (typeof second !== "number")
      return layer(declared, { a: first, b: second }, given, (call, { a, b }) => {
        fitting(op, a.shape, b.shape);
        return call.add(op as "add", { a: lifted(call, a, b), b: lifted(call, b, a) }); // all of them take a and b
      });
    return layer(declared, { a: first }, given, (call, { a }) => {
      if (!Number.isFinite(second))
        refuse(
          "KS102",
          `the second operand of ${op} must be a tensor or a finite number, but is ${show(second)}`,
        );
      return withNumber(call, a.raw, second);
    });
  };
  return combine as Binary<K>; // the shape is what the rule says
};

const affine = (call: Call, x: Raw, scale: number, shift: number): Raw =>
  call.add("affine", { x }, { scale, shift });

/** y = a + b */
export const add = binary("add", (call, x, n) => affine(call, x, 1, n));
/** y = a − b */
export const sub = binary("sub", (call, x, n) => affine(call, x, 1, -n));
/** y = a · b */
export const mul = binary("mul", (call, x, n) => affine(call, x, n, 0));
/** y = a / b */
export const div = binary("div", (call, x, n) => {
  if (n === 0) refuse("KS102", "div by 0");
  return affine(call, x, 1 / n, 0);
});
/** y = aᵇ */
export const pow = binary("pow", (call, x, exponent) => call.add("power", { x }, { exponent }));
/** y = max(a, b); equal ones share the gradient evenly */
export const maximum = binary("maximum", (call, x, min) => call.add("clip", { x }, { min }));
/** y = min(a, b); equal ones share the gradient evenly */
export const minimum = binary("minimum", (call, x, max) => call.add("clip", { x }, { max }));

/** Refuses shapes that do not broadcast, naming the first axis where they differ. */
function fitting(op: string, a: Shape, b: Shape): void {
  const rank = Math.max(a.length, b.length);
  const at = (shape: Shape, d: number) => shape[shape.length - rank + d] ?? 1;
  for (let d = 0; d < rank; d++) {
    const [p, q] = [at(a, d), at(b, d)];
    if (p !== q && p !== 1 && q !== 1)
      refuse("KS201", `${op}: ${text(a)} and ${text(b)} differ in axis ${d} (${p} and ${q})`, {
        fix: "Aligned at the last axis, two sizes must be equal or one of them 1.",
      });
  }
}

/** The sample comes first in both: axes that the other has more are put in behind it. */
function lifted(call: Call, x: Tensor, other: Tensor): Raw {
  const more = other.shape.length - x.shape.length;
  if (more <= 0) return x.raw;
  const axes = Array.from({ length: more }, (_, d) => d + 1);
  return call.add("unsqueeze", { x: x.raw }, { axes }, "lifted");
}
