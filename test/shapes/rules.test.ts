import { test } from "vitest";
import type {
  AdaptivePool2dShape,
  BroadcastShape,
  ChannelShuffleShape,
  ConcatShape,
  Conv1dShape,
  Conv2dShape,
  Conv2dSizes,
  ConvTranspose2dShape,
  FlattenShape,
  GlobalPool2dShape,
  GroupNormShape,
  LinearShape,
  MatMulShape,
  PadShape,
  PixelShuffleShape,
  Pool2dShape,
  ReduceShape,
  ReshapeShape,
  ShapeError,
  SliceShape,
  SplitShapes,
  TransposeShape,
  UpsampleShape,
} from "../../src/shapes/index.ts";
import { same } from "./same.ts";

/* Checked by tsc; running these files proves nothing. */

test("a convolution's size is ⌊(in + pads − span) / stride⌋ + 1", () => {
  same<Conv2dShape<[1, 28, 28], { filters: 6; kernel: 5; padding: 2 }>, [6, 28, 28]>();
  same<
    Conv2dShape<[3, 224, 224], { filters: 64; kernel: 7; stride: 2; padding: 3 }>,
    [64, 112, 112]
  >();
  same<Conv2dShape<[3, 9, 10], { filters: 4; kernel: [3, 2]; stride: [2, 3] }>, [4, 4, 3]>();
  same<
    Conv2dShape<[3, 9, 9], { filters: 4; kernel: 3; dilation: 3; padding: [1, 3] }>,
    [4, 5, 9]
  >();
  same<Conv2dShape<[3, 9, 9], { filters: 4; kernel: 2; padding: [1, 0, 2, 3] }>, [4, 11, 11]>();
  same<Conv2dShape<[3, 9, 9], { filters: 4; kernel: 4; stride: 2; padding: "same" }>, [4, 5, 5]>();
  same<Conv2dShape<[3, 9, 9], { filters: 4; kernel: 4; padding: "valid" }>, [4, 6, 6]>();
  same<Conv2dShape<[3, 5, 5], { filters: 3; kernel: 5; groups: 3 }>, [3, 1, 1]>();
  same<Conv1dShape<[3, 100], { filters: 5; kernel: 3; padding: [2, 0]; stride: 2 }>, [5, 50]>();
});

test("what the types do not tell is number", () => {
  same<Conv2dShape<number[], { filters: 4; kernel: 3 }>, number[]>();
  same<Conv2dShape<[3, number, 9], { filters: 4; kernel: 3 }>, [4, number, 7]>();
  same<Conv2dShape<[3, 9, 9], { filters: number; kernel: 3 }>, [number, 7, 7]>();
  same<Conv2dShape<[3, 9, 9], { filters: 4 | 8; kernel: 3 }>, [number, 7, 7]>();
  same<Conv2dShape<[3, 9, 9], { filters: 4; kernel: 3; stride?: 2 }>, [4, number, number]>();
  same<Conv2dShape<[3, 9, 9], { filters: 4; kernel: 3; stride: undefined }>, [4, 7, 7]>();
  same<Conv2dShape<[3, 9, 9], Conv2dSizes>, [number, number, number]>();
  same<Conv2dShape<[3, 5, 5] | [3, 9, 9], { filters: 4; kernel: 3 }>, [4, 3, 3] | [4, 7, 7]>();

  same<Conv2dShape<any, { filters: 4; kernel: 3 }>, number[]>();
  same<Conv2dShape<never, { filters: 4; kernel: 3 }>, never>();
  same<Pool2dShape<[3, 9, 9], { kernel: 2; ceilMode: boolean }>, [3, number, number]>();
  same<LinearShape<[number], { units: 3 }>, [3]>();
  same<ReshapeShape<[number, 4], [-1, 3]>, [number, 3]>();
  same<BroadcastShape<[3, number], [3, 5]>, [3, 5]>();
  same<UpsampleShape<[3, 5, 5], { scale: number }>, [3, number, number]>();
  same<UpsampleShape<[3, 5, 5], { scale: 2; size?: 9 }>, [3, number, number]>();
  same<ChannelShuffleShape<[12, number, 5], { groups: 5 | 7 }>, [12, number, 5]>();
});

test("a transposed convolution undoes a convolution's size", () => {
  same<
    ConvTranspose2dShape<
      [8, 7, 7],
      { filters: 4; kernel: 3; stride: 2; padding: 1; outputPadding: 1 }
    >,
    [4, 14, 14]
  >();
  same<
    ConvTranspose2dShape<
      [8, 5, 6],
      { filters: 4; kernel: [4, 2]; dilation: 2; padding: [1, 0, 0, 1] }
    >,
    [4, 10, 7]
  >();
});

test("a pooling steps by its kernel, and a short last window must start inside", () => {
  same<Pool2dShape<[6, 28, 28], { kernel: 2 }>, [6, 14, 14]>();
  same<Pool2dShape<[6, 7, 7], { kernel: 3; stride: 2 }>, [6, 3, 3]>();
  same<Pool2dShape<[6, 8, 7], { kernel: 3; stride: 2; ceilMode: true }>, [6, 4, 3]>();
  same<Pool2dShape<[6, 5, 5], { kernel: 2; stride: 3; ceilMode: true }>, [6, 2, 2]>();
  same<Pool2dShape<[6, 4, 4], { kernel: 1; stride: 3; padding: 0; ceilMode: true }>, [6, 2, 2]>();
  same<Pool2dShape<[6, 3, 3], { kernel: 1; stride: 4; ceilMode: true }>, [6, 1, 1]>();
  same<GlobalPool2dShape<[6, 5, 5]>, [6]>();
  same<GlobalPool2dShape<[6, 5, 5], { keepDims: true }>, [6, 1, 1]>();
  same<AdaptivePool2dShape<[6, 5, 5], { size: [2, 3] }>, [6, 2, 3]>();
});

test("linear takes a vector, or a vector at each place of a sequence", () => {
  same<LinearShape<[400], { units: 120 }>, [120]>();
  same<LinearShape<[7, 400], { units: 120 }>, [7, 120]>();
  same<
    LinearShape<[16, 5, 5], { units: 120 }>,
    ShapeError<"linear takes [k] but is fed a feature map [16, 5, 5]: flatten it first">
  >();
});

test("matrices multiply, vectors lose their axis, axes before are broadcast", () => {
  same<MatMulShape<[3, 4], [4, 5]>, [3, 5]>();
  same<MatMulShape<[4], [4, 5]>, [5]>();
  same<MatMulShape<[3, 4], [4]>, [3]>();
  same<MatMulShape<[4], [4]>, []>();
  same<MatMulShape<[2, 1, 3, 4], [7, 4, 5]>, [2, 7, 3, 5]>();
});

test("reshaping keeps the count", () => {
  same<FlattenShape<[512, 7, 7]>, [25088]>();
  same<FlattenShape<[]>, [1]>();
  same<ReshapeShape<[512, 7, 7], [-1, 49]>, [512, 49]>();
  same<ReshapeShape<[6, 4], readonly [2, 12]>, [2, 12]>();
  same<TransposeShape<[16, 5, 7], [1, 2, 0]>, [5, 7, 16]>();
  same<TransposeShape<[16, 5], [-1, 0]>, [5, 16]>();
});

test("sizes add up along the axis of a concat, and split again", () => {
  same<ConcatShape<[[3, 5, 5], [4, 5, 5], [1, 5, 5]]>, [8, 5, 5]>();
  same<ConcatShape<[[3, 5, 5], [3, 5, 2]], { axis: -1 }>, [3, 5, 7]>();
  same<SplitShapes<[6, 5], { parts: 2 }>, [[3, 5], [3, 5]]>();
  same<SplitShapes<[6, 5], { parts: [1, 4]; axis: 1 }>, [[6, 1], [6, 4]]>();
});

test("slices clamp their ends, pads add to both sides", () => {
  same<SliceShape<[3, 10], { axis: 1; start: -4 }>, [3, 4]>();
  same<SliceShape<[3, 10], { axis: -1; start: 1; end: 100; step: 4 }>, [3, 3]>();
  same<PadShape<[3, 10, 10], { padding: [1, 2, 3, 4] }>, [3, 14, 16]>();
  same<PadShape<[3, 10, 10], { padding: -1 }>, [3, 8, 8]>();
  same<UpsampleShape<[3, 5, 6], { scale: [2, 3] }>, [3, 10, 18]>();
  same<UpsampleShape<[3, 5, 6], { size: 9 }>, [3, 9, 9]>();
  same<PixelShuffleShape<[12, 5, 6], { scale: 2 }>, [3, 10, 12]>();
});

test("reductions drop their axes or keep them as 1", () => {
  same<ReduceShape<[16, 5, 7]>, []>();
  same<ReduceShape<[16, 5, 7], { axes: [] }>, []>();
  same<ReduceShape<[16, 5, 7], { axes: [1, -1] }>, [16]>();
  same<ReduceShape<[16, 5, 7], { axes: 0; keepDims: true }>, [1, 5, 7]>();
  same<ReduceShape<[16, 5, 7], { axes: number }>, number[]>();
  same<GroupNormShape<[16, 5, 7], { groups: 4 }>, [16, 5, 7]>();
});

test("broadcasting aligns at the last axis", () => {
  same<BroadcastShape<[16, 14, 14], [16, 1, 1]>, [16, 14, 14]>();
  same<BroadcastShape<[14], [16, 14, 14]>, [16, 14, 14]>();
  same<BroadcastShape<[1, 5], [4, 1]>, [4, 5]>();
  same<BroadcastShape<[], [4, 1]>, [4, 1]>();
});
