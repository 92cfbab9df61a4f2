import { refuse } from "../../diagnostics.ts";
import type {
  Input,
  Options,
  PadShape,
  PadSizes,
  Shape,
  ShapeOf,
  SliceShape,
  SliceSizes,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { describe, graphAxis, layer, type Named, text } from "./layer.ts";
import { choice, integer, maybe, real, sides } from "./options.ts";

export interface SliceOptions extends SliceSizes, Named {}
export interface PadOptions extends PadSizes, Named {
  /** What stands in a constant border; 0 where not given. */
  readonly value?: number;
}

/** Indices start, start + step, … before end along one axis, counted from the end where negative, as in Python. */
export function slice<S extends Shape, const O extends SliceOptions>(
  x: Tensor<S>,
  options: Options<O, SliceOptions, SliceShape<S, O>>,
): Tensor<ShapeOf<SliceShape<S, O>>>;
export function slice(fed: unknown, given: unknown): Tensor {
  const index = integer(-Infinity);
  const options = {
    axis: index,
    start: integer(-Infinity, 0),
    end: maybe(index),
    step: integer(1, 1),
  };
  return layer(
    { called: "slice", short: "slice", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      const { start, step } = options;
      const axis = graphAxis(options.axis, x);
      const size = x.shape[axis - 1] ?? 1;
      const clamped = (i: number) => Math.max(0, Math.min(size, i < 0 ? i + size : i));
      const [from, to] = [clamped(start), clamped(options.end ?? size)];
      if (to <= from)
        refuse(
          "KS205",
          `from ${from} to ${to} nothing is left of axis ${axis - 1} of ${text(x.shape)}`,
        );
      const attrs = { axes: [axis], starts: [from], stops: [to], steps: [step] };
      return call.add("slice", { x: x.raw }, attrs);
    },
  );
}

/** A border around the last two axes: constant, a reflection, the edge, or the other end. */
export function pad<S extends Shape, const O extends PadOptions>(
  x: Input<Tensor<S>, PadShape<S, O>>,
  options: Options<O, PadOptions, PadShape<S, O>>,
): Tensor<ShapeOf<PadShape<S, O>>>;
export function pad(fed: unknown, given: unknown): Tensor {
  const options = {
    padding: sides(-Infinity),
    mode: choice(["constant", "reflect", "edge", "wrap"], "constant"),
    value: real(0),
  };
  return layer(
    { called: "pad", short: "pad", options },
    { x: fed },
    given,
    (call, { x }, options) => {
      const { shape } = x;
      if (shape.length < 2)
        refuse("KS202", `pad takes [..., height, width] but is fed ${describe(shape)}`);
      const {
        padding: [top, left, bottom, right],
        mode,
        value,
      } = options;
      bordered(shape.at(-2) ?? 1, top, bottom, mode);
      bordered(shape.at(-1) ?? 1, left, right, mode);
      const others = shape.slice(1).map(() => 0);
      const [before, after] = [
        [...others, top, left],
        [...others, bottom, right],
      ];
      return call.add("pad", { x: x.raw }, { before, after, mode, value });
    },
  );
}

/** Refuses a border that leaves nothing, or that shows more than there is. */
function bordered(size: number, before: number, after: number, mode: string): void {
  if (size + before + after < 1)
    refuse("KS203", `nothing is left of the ${size} that the padding cuts off`);
  const most = mode === "reflect" ? size - 1 : mode === "wrap" ? size : Infinity;
  const padding = Math.max(before, after);
  if (padding <= most) return;
  const what = mode === "reflect" ? "a reflection" : "wrapping around";
  refuse(
    "KS203",
    `${what} of ${padding} needs ${mode === "reflect" ? "more than" : "at least"} ${padding} elements, the axis has ${size}`,
  );
}
