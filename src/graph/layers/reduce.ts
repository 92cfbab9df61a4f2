import { refuse } from "../../diagnostics.ts";
import type {
  AlongAxisShape,
  AxisOption,
  Input,
  NoOptions,
  Options,
  ReduceShape,
  ReduceSizes,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor } from "../tensor.ts";
import { graphAxis, layer, type Named, text } from "./layer.ts";
import { flag, integer, integersOrOne } from "./options.ts";

export interface ReduceOptions extends ReduceSizes, Named {}
export interface SoftmaxOptions extends AxisOption, Named {}

/** Over the axes named, all of the sample's where none is: [16, 5, 7] over axes [1, 2] → [16]. */
interface Reduction<Op extends string> {
  <S extends Shape, const O extends ReduceOptions = NoOptions>(
    x: Tensor<S>,
    options?: Options<O, ReduceOptions, ReduceShape<S, O, Op>>,
  ): Tensor<ShapeOf<ReduceShape<S, O, Op>>>;
}

type ReduceOp = "reduceMean" | "reduceSum" | "reduceMax" | "reduceMin";

const reduction = <const Name extends string>(called: Name, op: ReduceOp): Reduction<Name> => {
  const options = { axes: integersOrOne(-Infinity, []), keepDims: flag(false) };
  const reduce = (fed: unknown, given?: unknown): Tensor =>
    layer({ called, short: called, options }, { x: fed }, given, (call, { x }, options) => {
      const listed = options.axes.map((axis) => graphAxis(axis, x));
      const twice = listed.find((axis, i) => listed.indexOf(axis) !== i);
      if (twice !== undefined)
        refuse("KS206", `${text(options.axes)} names axis ${twice - 1} twice`);
      const axes = listed.length > 0 ? listed : x.shape.map((_, d) => d + 1);
      // nothing to reduce: no axes would mean all of them, the batch too
      if (axes.length === 0) return call.add("reshape", { x: x.raw }, { shape: x.raw.shape });
      return call.add(op, { x: x.raw }, { axes, keepDims: options.keepDims });
    });
  return reduce as Reduction<Name>; // the shape is what the rule says
};

/** y = 1/R · Σ r x[…,r,…] */
export const mean = reduction("mean", "reduceMean");
/** y = Σ r x[…,r,…] */
export const sum = reduction("sum", "reduceSum");
/** y = max r x[…,r,…]; equal ones share the gradient evenly */
export const max = reduction("max", "reduceMax");
/** y = min r x[…,r,…]; equal ones share the gradient evenly */
export const min = reduction("min", "reduceMin");

/** Along an axis, the channels where none is named. */
interface AlongAxis<Op extends string> {
  <S extends Shape, const O extends SoftmaxOptions = NoOptions>(
    x: Input<Tensor<S>, AlongAxisShape<S, O, Op>>,
    options?: Options<O, SoftmaxOptions, AlongAxisShape<S, O, Op>>,
  ): Tensor<ShapeOf<AlongAxisShape<S, O, Op>>>;
}

const alongAxis = <const Op extends "softmax" | "logSoftmax">(op: Op): AlongAxis<Op> => {
  const declared = { called: op, short: op, options: { axis: integer(-Infinity, 0) } };
  const apply = (fed: unknown, given?: unknown): Tensor =>
    layer(
      declared,
      { x: fed },
      given,
      (call, { x }, options) =>
        call.add(op as "softmax", { x: x.raw }, { axis: graphAxis(options.axis, x) }), // both take x and axis
    );
  return apply as AlongAxis<Op>; // the shape is what the rule says
};

/** Positive and adding up to 1: y[c,…] = e^x[c,…] / Σ r e^x[r,…] */
export const softmax = alongAxis("softmax");
/** The logarithm of the softmax: y[c,…] = x[c,…] − log Σ r e^x[r,…] */
export const logSoftmax = alongAxis("logSoftmax");
