import { refuse } from "../../diagnostics.ts";
import type {
  FlattenShape,
  Input,
  ReshapeShape,
  Shape,
  ShapeOf,
  TransposeShape,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { graphAxis, layer, type Named, text } from "./layer.ts";
import { show } from "./options.ts";

/** All axes made one: [16, 5, 5] → [400]. */
export function flatten<S extends Shape>(
  x: Tensor<S>,
  options?: Named,
): Tensor<ShapeOf<FlattenShape<S>>>;
export function flatten(fed: unknown, given?: unknown): Tensor {
  const declared = { called: "flatten", short: "flatten", options: {} };
  return layer(declared, { x: fed }, given, (call, { x }) =>
    x.shape.length === 0
      ? call.add("unsqueeze", { x: x.raw }, { axes: [1] })
      : call.add("flatten", { x: x.raw }),
  );
}

/** The same numbers in another shape; one size may be −1: what is left. */
export function reshape<S extends Shape, const To extends Shape>(
  x: Tensor<S>,
  shape: Input<To, ReshapeShape<S, To>, "shape">,
  options?: Named,
): Tensor<ShapeOf<ReshapeShape<S, To>>>;
export function reshape(fed: unknown, shape: unknown, given?: unknown): Tensor {
  const declared = { called: "reshape", short: "reshape", options: {} };
  return layer(declared, { x: fed }, given, (call, { x }) => {
    const [batch = 1] = x.raw.shape;
    return call.add("reshape", { x: x.raw }, { shape: [batch, ...resolved(x.shape, shape)] });
  });
}

/** The axes in another order: axis i of the result is axis axes[i] of x. */
export function transpose<S extends Shape, const Axes extends Shape>(
  x: Tensor<S>,
  axes: Input<Axes, TransposeShape<S, Axes>, "axes">,
  options?: Named,
): Tensor<ShapeOf<TransposeShape<S, Axes>>>;
export function transpose(fed: unknown, axes: unknown, given?: unknown): Tensor {
  const declared = { called: "transpose", short: "transpose", options: {} };
  return layer(declared, { x: fed }, given, (call, { x }) => {
    const list = integersOf("axes", axes);
    if (list.length !== x.shape.length)
      refuse(
        "KS206",
        `${text(x.shape)} has ${x.shape.length} axes, the order ${text(list)} names ${list.length}`,
      );
    const order = list.map((axis) => graphAxis(axis, x));
    const twice = order.find((axis, i) => order.indexOf(axis) !== i);
    if (twice !== undefined)
      refuse("KS206", `the order ${text(list)} names axis ${twice - 1} twice`);
    return call.add("transpose", { x: x.raw }, { order: [0, ...order] });
  });
}

function resolved(from: Shape, given: unknown): readonly number[] {
  const to = integersOf("shape", given);
  const bad = to.find((n) => n < 1 && n !== -1);
  if (bad !== undefined)
    refuse("KS205", `the shape ${text(to)} has the size ${bad}`, {
      fix: "Sizes are positive; one may be -1, for whatever is left.",
    });
  const open = to.filter((n) => n === -1).length;
  if (open > 1) refuse("KS207", `${text(to)} leaves more than one size open`);
  const total = product(from);
  const known = product(to.filter((n) => n !== -1));
  if (open === 0 && known !== total)
    refuse("KS207", `${text(from)} holds ${total} numbers, ${text(to)} holds ${known}`);
  if (total % known !== 0)
    refuse(
      "KS207",
      `the ${total} numbers of ${text(from)} do not divide by ${known} to fill ${text(to)}`,
    );
  return to.map((n) => (n === -1 ? total / known : n));
}

function integersOf(what: string, value: unknown): readonly number[] {
  if (!Array.isArray(value) || !value.every((n) => Number.isSafeInteger(n)))
    refuse("KS102", `${what} must be a list of integers, but is ${show(value)}`);
  return value;
}

const product = (sizes: Shape): number => sizes.reduce((a, b) => a * b, 1);
