import { refuse } from "../../diagnostics.ts";
import type {
  AxisOption,
  ConcatShape,
  Input,
  Inputs,
  NoOptions,
  Options,
  Shape,
  ShapeOf,
  ShapesOf,
  ShapesOrNone,
  SplitShapes,
  SplitSizes,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { graphAxis, layer, layers, type Named, text } from "./layer.ts";
import { integer, integersOrOne, show } from "./options.ts";

export interface ConcatOptions extends AxisOption, Named {}
export interface SplitOptions extends SplitSizes, Named {}
type TensorsOf<Ss extends readonly Shape[]> = { -readonly [I in keyof Ss]: Tensor<Ss[I]> };

const axis = integer(-Infinity, 0);

/** Tensors one after the other along an axis, the channels where none is given: [6, 8, 8] and [4, 8, 8] → [10, 8, 8]. */
export function concat<
  const Ts extends readonly Tensor[],
  const O extends ConcatOptions = NoOptions,
>(
  tensors: Inputs<Ts, ConcatShape<ShapesOf<Ts>, O>>,
  options?: Options<O, ConcatOptions, ConcatShape<ShapesOf<Ts>, O>>,
): Tensor<ShapeOf<ConcatShape<ShapesOf<Ts>, O>>>;
export function concat(fed: unknown, given?: unknown): Tensor {
  const declared = { called: "concat", short: "concat", options: { axis } };
  const list: readonly unknown[] = Array.isArray(fed) ? fed : [fed];
  const tensors = Object.fromEntries(list.map((tensor, i) => [`tensor ${i}`, tensor]));
  const isList = Array.isArray(fed); // concat(a, b): b is no options
  return layer(declared, tensors, isList ? given : undefined, (call, tensors, options) => {
    if (!isList)
      refuse("KS102", `concat takes a list of tensors, but is given ${show(fed)}`, {
        fix: "Put them in brackets: concat([a, b]).",
      });
    const all = Object.values(tensors);
    const [first, ...rest] = all;
    if (!first) refuse("KS105", "there is nothing to concatenate");
    const at = graphAxis(options.axis, first);
    for (const { shape } of rest) {
      if (shape.length !== first.shape.length)
        refuse("KS202", `${text(first.shape)} and ${text(shape)} have different numbers of axes`);
      const d = shape.findIndex((size, d) => d !== at - 1 && size !== first.shape[d]);
      if (d >= 0)
        refuse(
          "KS201",
          `${text(first.shape)} and ${text(shape)} differ in axis ${d} (${first.shape[d]} and ${shape[d]}); only axis ${at - 1} may differ`,
        );
    }
    return call.add("concat", { xs: all.map(({ raw }) => raw) }, { axis: at });
  });
}

/** A tensor cut along an axis, the channels where none is given, into equal parts or parts of given sizes. */
export function split<S extends Shape, const O extends SplitOptions>(
  x: Input<Tensor<S>, SplitShapes<S, O>>,
  options: Options<O, SplitOptions, SplitShapes<S, O>>,
): TensorsOf<ShapesOrNone<SplitShapes<S, O>>>;
export function split(fed: unknown, given: unknown): Tensor[] {
  const declared = { called: "split", short: "split", options: { parts: integersOrOne(1), axis } };
  return layers(declared, { x: fed }, given, (call, { x }, options) => {
    const at = graphAxis(options.axis, x);
    const size = x.shape[at - 1] ?? 1;
    let end = 0;
    return partsOf(options.parts, given, size, at - 1, x.shape).map((part, i) => {
      const [start] = [end, (end += part)];
      const attrs = { axes: [at], starts: [start], stops: [end] };
      return call.add("slice", { x: x.raw }, attrs, `${i}`);
    });
  });
}

/** The sizes of the parts: a number is how many, a list is how large. */
function partsOf(
  parts: readonly number[],
  given: unknown,
  size: number,
  axis: number,
  shape: Shape,
): readonly number[] {
  const [count = 1] = parts;
  const equal = !Array.isArray((given as SplitOptions).parts); // read before
  if (equal && size % count !== 0)
    refuse("KS207", `${count} parts do not divide the ${size} of axis ${axis} of ${text(shape)}`);
  if (equal) return Array.from({ length: count }, () => size / count);
  const total = parts.reduce((a, b) => a + b, 0);
  if (total !== size)
    refuse(
      "KS207",
      `the parts ${text(parts)} add up to ${total}, axis ${axis} of ${text(shape)} has ${size}`,
    );
  return parts;
}
