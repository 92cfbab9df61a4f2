import { refuse } from "../diagnostics.ts";
import type { Tensor } from "../tensor/expr.ts";
import type { AnyOp, Operands } from "./graph.ts";

/** An operand as declared: `x`, `bias?` or `xs*`. */
export interface Slot {
  readonly name: string;
  readonly axes: string;
  readonly arity: "one" | "optional" | "list";
}

export const slots = (op: AnyOp): readonly Slot[] =>
  Object.entries(op.inputs).map(([key, axes]) => ({
    name: key.replace(/[?*]$/, ""),
    axes,
    arity: key.endsWith("?") ? "optional" : key.endsWith("*") ? "list" : "one",
  }));

export const axisNames = (axes: string): readonly string[] => axes.split(" ").filter(Boolean);

/** Attributes with their defaults and the output's shape; refuses what does not fit, naming all of it. */
export function check(
  op: AnyOp,
  inputs: Operands,
  given: { readonly [name: string]: unknown },
): { readonly attrs: { readonly [name: string]: unknown }; readonly shape: readonly number[] } {
  const attrs = checkAttrs(op, given);
  const sizes = checkOperands(op, inputs);
  const found = op.sizes(sizes as never, attrs as never); // built from the op's own declaration
  const shape =
    op.output === "..."
      ? [...(found as unknown as readonly number[])] // "..." sizes are a list
      : axisNames(op.output).map((axis) => (found as { [axis: string]: number })[axis] ?? NaN);
  const bad = shape.find((n) => !Number.isSafeInteger(n) || n < 1);
  if (bad !== undefined)
    refuse("KS205", `the output would have the shape [${shape.join(", ")}]`, {
      fix: "Every size must be a positive integer.",
    });
  if (shape.reduce((a, b) => a * b, 1) > 2 ** 31)
    refuse("KS208", `the output [${shape.join(", ")}] has more than 2³¹ elements`);
  return { attrs, shape };
}

function checkAttrs(op: AnyOp, given: { readonly [name: string]: unknown }) {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(op.attrs, name));
  if (unknown !== undefined)
    refuse("KS101", `${op.name} has no option "${unknown}"`, {
      fix: `It takes ${Object.keys(op.attrs).join(", ") || "no options"}.`,
    });
  const attrs: { [name: string]: unknown } = {};
  for (const [name, attr] of Object.entries(op.attrs)) {
    const value = given[name] ?? attr.fallback;
    if (value === undefined) refuse("KS102", `${name} must be given: ${attr.takes}`);
    const wrong = attr.check(value);
    if (wrong) refuse("KS102", `${name} ${wrong}`);
    attrs[name] = value;
  }
  return attrs;
}

/** Named axes must agree: one name is one size. */
function checkOperands(op: AnyOp, inputs: Operands): { readonly [name: string]: unknown } {
  const sizes: { [name: string]: unknown } = {};
  const known = new Map<string, { size: number; of: string }>();
  const one = (tensor: Tensor, slot: Slot): unknown => {
    if (slot.axes === "...") return tensor.shape;
    const names = axisNames(slot.axes);
    if (tensor.shape.length !== names.length)
      refuse(
        "KS202",
        `${slot.name} takes ${names.length} axes (${slot.axes}), but ${tensor.name} has the shape [${tensor.shape.join(", ")}]`,
      );
    for (const [d, axis] of names.entries()) {
      const size = tensor.shape[d] ?? 0;
      const before = known.get(axis);
      if (before && before.size !== size)
        refuse(
          "KS201",
          `axis ${axis} is ${before.size} in ${before.of} and ${size} in ${tensor.name} (${slot.name})`,
          { notes: [`${slot.name}: ${tensor.name} [${tensor.shape.join(", ")}]`] },
        );
      known.set(axis, { size, of: `${tensor.name} (${slot.name})` });
    }
    return Object.fromEntries(names.map((axis, d) => [axis, tensor.shape[d]]));
  };
  for (const slot of slots(op)) {
    const fed = inputs[slot.name];
    if (fed === undefined) {
      if (slot.arity !== "optional") refuse("KS105", `${op.name} needs ${slot.name}`);
    } else if (slot.arity === "list") {
      const list = fed as readonly Tensor[]; // declared as a list
      if (list.length === 0)
        refuse("KS105", `${op.name} needs at least one tensor in ${slot.name}`);
      sizes[slot.name] = list.map((t) => one(t, slot));
    } else sizes[slot.name] = one(fed as Tensor, slot); // declared as one
  }
  return sizes;
}
