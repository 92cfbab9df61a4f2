import type * as Rule from "../../src/shapes/index.ts";
import type {
  Input,
  Inputs,
  NoOptions,
  Options,
  Plain,
  Shape,
  ShapeOf,
  ShapesOf,
  ShapesOrNone,
  Tensor,
  TensorsOf,
} from "../../src/shapes/index.ts";

/* The signatures that layers get from the rules; no implementation stands behind them. */

export interface Named {
  readonly name?: string;
}

export declare function input<const S extends Shape>(shape: S): Tensor<Plain<S>>;

/** For relu and all that work element by element. */
export declare function relu<S extends Shape>(x: Tensor<S>, options?: Named): Tensor<S>;

export interface Conv2dOptions extends Rule.Conv2dSizes, Named {
  readonly bias?: boolean;
}
export declare function conv2d<S extends Shape, const O extends Conv2dOptions>(
  x: Input<Tensor<S>, Rule.Conv2dShape<S, O>>,
  options: Options<O, Conv2dOptions, Rule.Conv2dShape<S, O>>,
): Tensor<ShapeOf<Rule.Conv2dShape<S, O>>>;

export interface Conv1dOptions extends Rule.Conv1dSizes, Named {}
export declare function conv1d<S extends Shape, const O extends Conv1dOptions>(
  x: Input<Tensor<S>, Rule.Conv1dShape<S, O>>,
  options: Options<O, Conv1dOptions, Rule.Conv1dShape<S, O>>,
): Tensor<ShapeOf<Rule.Conv1dShape<S, O>>>;

export interface ConvTranspose2dOptions extends Rule.ConvTranspose2dSizes, Named {}
export declare function convTranspose2d<S extends Shape, const O extends ConvTranspose2dOptions>(
  x: Input<Tensor<S>, Rule.ConvTranspose2dShape<S, O>>,
  options: Options<O, ConvTranspose2dOptions, Rule.ConvTranspose2dShape<S, O>>,
): Tensor<ShapeOf<Rule.ConvTranspose2dShape<S, O>>>;

export interface Pool2dOptions extends Rule.Pool2dSizes, Named {}
export declare function maxPool2d<S extends Shape, const O extends Pool2dOptions>(
  x: Input<Tensor<S>, Rule.Pool2dShape<S, O, "maxPool2d">>,
  options: Options<O, Pool2dOptions, Rule.Pool2dShape<S, O, "maxPool2d">>,
): Tensor<ShapeOf<Rule.Pool2dShape<S, O, "maxPool2d">>>;

export interface GlobalPoolOptions extends Rule.GlobalPoolSizes, Named {}
export declare function globalAveragePool2d<
  S extends Shape,
  const O extends GlobalPoolOptions = NoOptions,
>(
  x: Input<Tensor<S>, Rule.GlobalPool2dShape<S, O, "globalAveragePool2d">>,
  options?: Options<O, GlobalPoolOptions, Rule.GlobalPool2dShape<S, O, "globalAveragePool2d">>,
): Tensor<ShapeOf<Rule.GlobalPool2dShape<S, O, "globalAveragePool2d">>>;

export interface AdaptivePool2dOptions extends Rule.AdaptivePool2dSizes, Named {}
export declare function adaptiveAveragePool2d<
  S extends Shape,
  const O extends AdaptivePool2dOptions,
>(
  x: Input<Tensor<S>, Rule.AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">>,
  options: Options<
    O,
    AdaptivePool2dOptions,
    Rule.AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">
  >,
): Tensor<ShapeOf<Rule.AdaptivePool2dShape<S, O, "adaptiveAveragePool2d">>>;

export interface LinearOptions extends Rule.LinearSizes, Named {
  readonly bias?: boolean;
}
export declare function linear<S extends Shape, const O extends LinearOptions>(
  x: Input<Tensor<S>, Rule.LinearShape<S, O>>,
  options: Options<O, LinearOptions, Rule.LinearShape<S, O>>,
): Tensor<ShapeOf<Rule.LinearShape<S, O>>>;

export declare function flatten<S extends Shape>(
  x: Tensor<S>,
  options?: Named,
): Tensor<ShapeOf<Rule.FlattenShape<S>>>;

export declare function reshape<S extends Shape, const To extends Shape>(
  x: Tensor<S>,
  shape: Input<To, Rule.ReshapeShape<S, To>, "shape">,
  options?: Named,
): Tensor<ShapeOf<Rule.ReshapeShape<S, To>>>;

export declare function transpose<S extends Shape, const Axes extends Shape>(
  x: Tensor<S>,
  axes: Input<Axes, Rule.TransposeShape<S, Axes>, "axes">,
  options?: Named,
): Tensor<ShapeOf<Rule.TransposeShape<S, Axes>>>;

export interface ConcatOptions extends Rule.AxisOption, Named {}
export declare function concat<
  const Ts extends readonly Tensor[],
  const O extends ConcatOptions = NoOptions,
>(
  tensors: Inputs<Ts, Rule.ConcatShape<ShapesOf<Ts>, O>>,
  options?: Options<O, ConcatOptions, Rule.ConcatShape<ShapesOf<Ts>, O>>,
): Tensor<ShapeOf<Rule.ConcatShape<ShapesOf<Ts>, O>>>;

export interface SplitOptions extends Rule.SplitSizes, Named {}
export declare function split<S extends Shape, const O extends SplitOptions>(
  x: Tensor<S>,
  options: Options<O, SplitOptions, Rule.SplitShapes<S, O>>,
): TensorsOf<ShapesOrNone<Rule.SplitShapes<S, O>>>;

export interface SliceOptions extends Rule.SliceSizes, Named {}
export declare function slice<S extends Shape, const O extends SliceOptions>(
  x: Tensor<S>,
  options: Options<O, SliceOptions, Rule.SliceShape<S, O>>,
): Tensor<ShapeOf<Rule.SliceShape<S, O>>>;

export interface PadOptions extends Rule.PadSizes, Named {}
export declare function pad<S extends Shape, const O extends PadOptions>(
  x: Input<Tensor<S>, Rule.PadShape<S, O>>,
  options: Options<O, PadOptions, Rule.PadShape<S, O>>,
): Tensor<ShapeOf<Rule.PadShape<S, O>>>;

export interface UpsampleOptions extends Rule.UpsampleSizes, Named {
  readonly mode?: "nearest" | "bilinear";
}
export declare function upsample<S extends Shape, const O extends UpsampleOptions>(
  x: Input<Tensor<S>, Rule.UpsampleShape<S, O>>,
  options: Options<O, UpsampleOptions, Rule.UpsampleShape<S, O>>,
): Tensor<ShapeOf<Rule.UpsampleShape<S, O>>>;

export interface PixelShuffleOptions extends Rule.PixelShuffleSizes, Named {}
export declare function pixelShuffle<S extends Shape, const O extends PixelShuffleOptions>(
  x: Input<Tensor<S>, Rule.PixelShuffleShape<S, O>>,
  options: Options<O, PixelShuffleOptions, Rule.PixelShuffleShape<S, O>>,
): Tensor<ShapeOf<Rule.PixelShuffleShape<S, O>>>;

export interface ReduceOptions extends Rule.ReduceSizes, Named {}
export declare function mean<S extends Shape, const O extends ReduceOptions = NoOptions>(
  x: Tensor<S>,
  options?: Options<O, ReduceOptions, Rule.ReduceShape<S, O, "mean">>,
): Tensor<ShapeOf<Rule.ReduceShape<S, O, "mean">>>;

export interface SoftmaxOptions extends Rule.AxisOption, Named {}
export declare function softmax<S extends Shape, const O extends SoftmaxOptions = NoOptions>(
  x: Tensor<S>,
  options?: Options<O, SoftmaxOptions, Rule.AlongAxisShape<S, O, "softmax">>,
): Tensor<ShapeOf<Rule.AlongAxisShape<S, O, "softmax">>>;

export declare function batchNorm<S extends Shape>(
  x: Input<Tensor<S>, Rule.ChannelwiseShape<S, "batchNorm">>,
  options?: Named,
): Tensor<ShapeOf<Rule.ChannelwiseShape<S, "batchNorm">>>;

export interface GroupNormOptions extends Rule.GroupNormSizes, Named {}
export declare function groupNorm<S extends Shape, const O extends GroupNormOptions>(
  x: Input<Tensor<S>, Rule.GroupNormShape<S, O>>,
  options: Options<O, GroupNormOptions, Rule.GroupNormShape<S, O>>,
): Tensor<ShapeOf<Rule.GroupNormShape<S, O>>>;

/** A number is a tensor of no axes. */
export declare function add<A extends Shape, B extends Shape = []>(
  a: Tensor<A>,
  b: number | Input<Tensor<B>, Rule.BroadcastShape<A, B, "add">, "other">,
  options?: Named,
): Tensor<ShapeOf<Rule.BroadcastShape<A, B, "add">>>;

export declare function matmul<A extends Shape, B extends Shape>(
  a: Input<Tensor<A>, Rule.MatMulShape<A, B>>,
  b: Input<Tensor<B>, Rule.MatMulShape<A, B>, "other">,
  options?: Named,
): Tensor<ShapeOf<Rule.MatMulShape<A, B>>>;
