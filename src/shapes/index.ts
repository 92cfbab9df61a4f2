/**
 * The output-size formulas of the layers in TypeScript's type system. Each rule gives a shape, or a
 * ShapeError with a sentence; Input, Options and ShapeOf turn that into the signature of a layer:
 *
 *     conv2d<S extends Shape, const O extends Conv2dOptions>(
 *       x: Input<Tensor<S>, Conv2dShape<S, O>>,
 *       options: Options<O, Conv2dOptions, Conv2dShape<S, O>>,
 *     ): Tensor<ShapeOf<Conv2dShape<S, O>>>
 *
 * What a type does not tell (number, a union, a shape of unknown rank) is number in the result, never an error.
 */
export type { IsDynamic, Plain, Shape, ShapesOf, Tensor, TensorsOf } from "./tensor.ts";
export type {
  Input,
  Inputs,
  Options,
  Outcome,
  ShapeError,
  ShapeOf,
  ShapesOrNone,
} from "./fault.ts";
export type {
  Add,
  CeilDiv,
  Compare,
  FloorDiv,
  IsKnown,
  Less,
  Max,
  Min,
  Mod,
  Mul,
  Sub,
} from "./integer.ts";
export type { EndsOption, NoOptions, PaddingOption, PairOption, SidesOption } from "./option.ts";
export type { Window1dSizes, Window2dSizes } from "./slide.ts";
export type { Conv1dShape, Conv1dSizes, Conv2dShape, Conv2dSizes } from "./conv.ts";
export type { ConvTranspose2dShape, ConvTranspose2dSizes } from "./conv-transpose.ts";
export type {
  AdaptivePool2dShape,
  AdaptivePool2dSizes,
  GlobalPool2dShape,
  GlobalPoolSizes,
  Pool1dShape,
  Pool1dSizes,
  Pool2dShape,
  Pool2dSizes,
} from "./pool.ts";
export type { LinearShape, LinearSizes, MatMulShape } from "./linear.ts";
export type { BroadcastShape } from "./broadcast.ts";
export type { AxisOption, ConcatShape, SplitShapes, SplitSizes } from "./concat.ts";
export type { Count, FlattenShape, ReshapeShape, TransposeShape } from "./reshape.ts";
export type { SliceShape, SliceSizes } from "./slice.ts";
export type { PadShape, PadSizes } from "./pad.ts";
export type {
  ChannelShuffleShape,
  ChannelShuffleSizes,
  PixelShuffleShape,
  PixelShuffleSizes,
  UpsampleShape,
  UpsampleSizes,
} from "./resize.ts";
export type { ReduceShape, ReduceSizes } from "./reduce.ts";
export type {
  AlongAxisShape,
  ChannelwiseShape,
  FromAxisShape,
  GroupNormShape,
  GroupNormSizes,
} from "./norm.ts";
