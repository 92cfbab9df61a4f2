import { expect, test } from "vitest";
import { complaints } from "./compile.ts";

/** Each line is a call that must be refused, with the code at fault and the sentence the editor shows there. */
const refused: readonly (readonly [call: string, at: string, sentence: string])[] = [
  [
    "conv2d(small, { filters: 6, kernel: 7 })",
    "kernel",
    "conv2d: kernel 7 is larger than the padded input 5 + 2·0 = 5",
  ],
  [
    "conv2d(small, { filters: 6, kernel: [1, 9], padding: [0, 1, 0, 2] })",
    "kernel",
    "conv2d: kernel 9 is larger than the padded input 5 + 1 + 2 = 8",
  ],
  [
    "conv2d(small, { filters: 6, kernel: 3, dilation: 4 })",
    "kernel",
    "conv2d: kernel 3 with dilation 4 spans 9, more than the padded input 5 + 2·0 = 5",
  ],
  [
    "conv2d(map, { filters: 6, kernel: 3, groups: 3 })",
    "groups",
    "conv2d: groups 3 does not divide 16 input channels",
  ],
  [
    "conv2d(map, { filters: 6, kernel: 3, groups: 4 })",
    "groups",
    "conv2d: groups 4 does not divide 6 filters",
  ],
  ["conv2d(map, { filters: 0, kernel: 3 })", "filters", "conv2d: filters 0 is less than 1"],
  [
    "conv2d(map, { filters: 6, kernel: 3, stride: 0 })",
    "stride",
    "conv2d: stride 0 is less than 1",
  ],
  [
    "conv2d(vector, { filters: 6, kernel: 3 })",
    "vector",
    "conv2d takes [channels, height, width] but is fed a vector [120]",
  ],
  ["conv2d(map, { filters: 6, kernel: 3, strides: 2 })", "strides", "there is no option strides"],
  [
    "maxPool2d(small, { kernel: 6 })",
    "kernel",
    "maxPool2d: kernel 6 is larger than the padded input 5 + 2·0 = 5",
  ],
  [
    "convTranspose2d(map, { filters: 6, kernel: 3, stride: 2, outputPadding: 2 })",
    "outputPadding",
    "convTranspose2d: outputPadding 2 is not less than stride 2 or dilation 1",
  ],
  [
    "linear(map, { units: 10 })",
    "map",
    "linear takes [k] but is fed a feature map [16, 14, 14]: flatten it first",
  ],
  ["add(map, half)", "half", "add: [16, 14, 14] and [16, 7, 7] differ in axis 1 (14 and 7)"],
  [
    "concat([map, half])",
    "half",
    "concat: [16, 14, 14] and [16, 7, 7] differ in axis 1 (14 and 7); only axis 0 may differ",
  ],
  [
    "concat([map, vector])",
    "vector",
    "concat: [16, 14, 14] and [120] have different numbers of axes",
  ],
  [
    "concat([map, map], { axis: 3 })",
    "axis",
    "concat: axis 3 is none of [16, 14, 14], which has axes 0 to 2",
  ],
  [
    "split(map, { parts: 3 })",
    "parts",
    "split: 3 parts do not divide the 16 of axis 0 of [16, 14, 14]",
  ],
  [
    "slice(map, { axis: 1, start: 14 })",
    "axis",
    "slice: from 14 to 14 nothing is left of axis 1 of [16, 14, 14]",
  ],
  [
    "reshape(map, [50, 50])",
    "[50, 50]",
    "reshape: [16, 14, 14] holds 3136 numbers, [50, 50] holds 2500",
  ],
  [
    "reshape(map, [-1, 50])",
    "[-1, 50]",
    "reshape: the 3136 numbers of [16, 14, 14] do not divide by 50 to fill [-1, 50]",
  ],
  ["transpose(map, [0, 0, 1])", "[0, 0, 1]", "transpose: the order [0, 0, 1] names axis 0 twice"],
  [
    "transpose(map, [1, 0])",
    "[1, 0]",
    "transpose: [16, 14, 14] has 3 axes, the order [1, 0] names 2",
  ],
  [
    "mean(map, { axes: [1, 5] })",
    "axes",
    "mean: axis 5 is none of [16, 14, 14], which has axes 0 to 2",
  ],
  [
    "softmax(vector, { axis: 1 })",
    "axis",
    "softmax: axis 1 is none of [120], which has only axis 0",
  ],
  [
    "pad(small, { padding: 5, mode: 'reflect' })",
    "padding",
    "pad: a reflection of 5 needs more than 5 elements, the axis has 5",
  ],
  [
    "pixelShuffle(map, { scale: 3 })",
    "scale",
    "pixelShuffle: 16 channels do not divide by 3·3 = 9",
  ],
  ["groupNorm(map, { groups: 3 })", "groups", "groupNorm: groups 3 does not divide 16 channels"],
  [
    "matmul(input([3, 4]), input([3, 5]))",
    "input([3, 5])",
    "matmul: [3, 4] has rows of 4 but [3, 5] has columns of 3",
  ],
  ["conv2d(map, { filters: 1.5, kernel: 3 })", "filters", "conv2d: filters 1.5 is no integer"],
  [
    "conv2d(map, { filters: 6, kernel: 3, padding: [0, -1] })",
    "padding",
    "conv2d: padding -1 is less than 0",
  ],
  [
    "maxPool2d(map, { kernel: 2, padding: [0, 1, 0, 2] })",
    "padding",
    "maxPool2d: a padding of 2 hides a window of 2",
  ],
  ["maxPool2d(map, { kernel: 0 })", "kernel", "maxPool2d: kernel 0 is less than 1"],
  ["sum(map, { axes: [1, -2] })", "axes", "sum: [1, -2] names axis 1 twice"],
  ["softmax(input([]))", "input([])", "softmax: axis 0 is none of [], which has no axes"],
  [
    "layerNorm(map, { axis: 3 })",
    "axis",
    "layerNorm: axis 3 is none of [16, 14, 14], which has axes 0 to 2",
  ],
  ["split(map, { parts: [16, 0] })", "parts", "split: parts 0 is less than 1"],
  ["slice(map, { axis: 0, step: 0 })", "step", "slice: step 0 is less than 1"],
  ["reshape(vector, [-10, -12])", "[-10, -12]", "reshape: the shape [-10, -12] has the size -10"],
  [
    "pad(small, { padding: 6, mode: 'wrap' })",
    "padding",
    "pad: wrapping around of 6 needs at least 6 elements, the axis has 5",
  ],
  ["upsample(map, {})", "map", "upsample needs scale or size"],
  ["upsample(map, { scale: 2, size: 9 })", "size", "upsample: give scale or size, not both"],
  [
    "upsample(map, { scale: 2, alignCorners: true })",
    "alignCorners",
    "upsample: alignCorners is for bilinear: the nearest element has no corners",
  ],
  [
    "channelShuffle(map, { groups: 3 })",
    "groups",
    "channelShuffle: groups 3 does not divide 16 channels",
  ],
];

const opening = `import * as all from "../../src/index.ts"; import type { Tensor } from "../../src/index.ts";
type Shape = readonly number[];
declare function input<const S extends Shape>(shape: S): Tensor<{ -readonly [I in keyof S]: S[I] }>;
const { relu, batchNorm, conv2d, maxPool2d, convTranspose2d, linear, flatten, add, concat, split, slice, reshape, transpose, mean, softmax, pad, pixelShuffle, groupNorm, globalAveragePool2d, upsample, matmul, sum, layerNorm, channelShuffle } = all;
const small = input([3, 5, 5]), map = input([16, 14, 14]), half = input([16, 7, 7]), vector = input([120]);
`;
const firstLine = opening.split("\n").length;

test("each faulty call is one complaint, at the argument or option at fault, with the arithmetic", () => {
  const got = complaints(opening + refused.map(([call]) => `${call};`).join("\n"));
  expect(
    got.map((line) =>
      line.replace(
        /^(\d+: .*?): (?:Argument of t|T)ype .*? type '(?:number \| )?"(.*)"'.*$/,
        "$1: $2",
      ),
    ),
  ).toEqual(refused.map(([, at, sentence], i) => `${firstLine + i}: ${at}: ${sentence}`));
}, 60_000);

test("after a fault the chain goes on without further complaints", () => {
  const got = complaints(
    `${opening}const bad = conv2d(small, { filters: 6, kernel: 7 });
linear(relu(maxPool2d(batchNorm(bad), { kernel: 300 })), { units: 3 });
concat([bad, map]); add(map, bad); reshape(bad, [3, 3]); transpose(bad, [5]);
const after: Tensor<number[]> = flatten(bad); after;`,
  );
  expect(got).toHaveLength(1);
}, 60_000);

test("functions generic in a shape or a size call layers freely and give literal shapes", () => {
  const got = complaints(
    `${opening}function block<S extends Shape, F extends number>(x: Tensor<S>, filters: F) {
  const y = relu(batchNorm(conv2d(x, { filters, kernel: 3, padding: 1 })));
  const z = add(y, conv2d(y, { filters, kernel: 3, padding: 1 }));
  return maxPool2d(concat([z, z]), { kernel: 2 });
}
const out: Tensor<[64, 7, 7]> = block(map, 32); out;
function head<S extends Shape>(x: Tensor<S>, n: number) {
  return linear(globalAveragePool2d(upsample(reshape(x, [4, -1, n]), { scale: n })), { units: 5 });
}
const scores: Tensor<number[]> = head(map, 3); scores;
function wrapped<const O extends all.Conv2dOptions>(x: Tensor<[3, 32, 32]>, o: O) { return relu(conv2d(x, o)); }
const wide: Tensor<[4, 28, 28]> = wrapped(input([3, 32, 32]), { filters: 4, kernel: 5 }); wide;`,
  );
  expect(got).toEqual([]);
}, 60_000);
