import { describe, expect, it } from "vitest";
import type { Tensor } from "../../src/graph/tensor.ts";
import * as k from "../../src/index.ts";
import type { Plain } from "../../src/shapes/index.ts";
import type { Equal } from "../shapes/same.ts";
import { bench } from "../support/model.ts";

const { input, builder } = bench();
const map = input([4, 7, 8]);
const sequence = input([6, 10]);
const vector = input([12]);

/** The type of the result, which tsc compares, and the size of the tensor in the graph. */
function gives<S extends readonly number[], const W extends readonly number[]>(
  y: Tensor<S>,
  want: W,
  ..._: Equal<S, Plain<W>> extends true ? [] : [{ type: S; want: Plain<W> }]
): void {
  expect([y.shape, y.raw.shape]).toEqual([want, [2, ...want]]);
  expect(y.builder).toBe(builder);
}

describe("a layer's type is its size", () => {
  it("convolutions", () => {
    gives(k.conv2d(map, { filters: 6, kernel: 3 }), [6, 5, 6]);
    gives(k.conv2d(map, { filters: 6, kernel: [3, 5], padding: [1, 2] }), [6, 7, 8]);
    gives(k.conv2d(map, { filters: 8, kernel: 3, groups: 4, stride: [2, 1] }), [8, 3, 6]);
    gives(k.conv2d(map, { filters: 2, kernel: 4, stride: 2, padding: "same" }), [2, 4, 4]);
    gives(k.conv2d(map, { filters: 2, kernel: 3, dilation: 2, padding: "valid" }), [2, 3, 4]);
    gives(k.conv2d(map, { filters: 2, kernel: 3, padding: [1, 0, 2, 3] }), [2, 8, 9]);
    gives(k.conv1d(sequence, { filters: 4, kernel: 3, padding: "same" }), [4, 10]);
    gives(k.conv1d(sequence, { filters: 4, kernel: 3, groups: 2, padding: [1, 0] }), [4, 9]);
    gives(k.convTranspose2d(map, { filters: 3, kernel: 2, stride: 2 }), [3, 14, 16]);
    gives(
      k.convTranspose2d(map, {
        filters: 2,
        kernel: 3,
        stride: 2,
        padding: 1,
        outputPadding: 1,
        groups: 2,
      }),
      [2, 14, 16],
    );
  });
  it("pools", () => {
    gives(k.maxPool2d(map, { kernel: 2 }), [4, 3, 4]);
    gives(k.maxPool2d(map, { kernel: 2, ceilMode: true }), [4, 4, 4]);
    gives(k.maxPool2d(map, { kernel: 3, stride: 1, padding: "same" }), [4, 7, 8]);
    gives(k.averagePool2d(map, { kernel: [2, 4], countIncludePad: false }), [4, 3, 2]);
    gives(k.maxPool1d(sequence, { kernel: 3 }), [6, 3]);
    gives(k.averagePool1d(sequence, { kernel: 2, stride: 1 }), [6, 9]);
    gives(k.globalAveragePool2d(map), [4]);
    gives(k.globalMaxPool2d(map, { keepDims: true }), [4, 1, 1]);
    gives(k.globalMaxPool2d(map), [4]);
    gives(k.adaptiveAveragePool2d(map, { size: 2 }), [4, 2, 2]);
    gives(k.adaptiveMaxPool2d(map, { size: [1, 3] }), [4, 1, 3]);
  });
  it("linear and matmul", () => {
    gives(k.linear(vector, { units: 5 }), [5]);
    gives(k.linear(sequence, { units: 5 }), [6, 5]);
    gives(k.linear(sequence, { units: 5, bias: false }), [6, 5]);
    gives(k.matmul(sequence, input([10, 3])), [6, 3]);
    gives(k.matmul(input([6]), sequence), [10]);
    gives(k.matmul(sequence, input([10])), [6]);
    gives(k.matmul(input([3]), input([3])), []);
    gives(k.matmul(input([5, 2, 6]), sequence), [5, 2, 10]);
    gives(k.matmul(input([5, 2, 6]), input([6])), [5, 2]);
  });
  it("norms", () => {
    gives(k.batchNorm(map, { momentum: 0.2 }), [4, 7, 8]);
    gives(k.batchNorm(vector), [12]);
    gives(k.layerNorm(sequence, { axis: -1 }), [6, 10]);
    gives(k.rmsNorm(vector), [12]);
    gives(k.groupNorm(map, { groups: 2 }), [4, 7, 8]);
    gives(k.instanceNorm(map, { affine: false }), [4, 7, 8]);
    gives(k.localResponseNorm(map, { size: 3 }), [4, 7, 8]);
  });
  it("elementwise", () => {
    gives(k.relu(map), [4, 7, 8]);
    gives(k.leakyRelu(map, { slope: 0.2 }), [4, 7, 8]);
    gives(k.prelu(map), [4, 7, 8]);
    gives(k.prelu(vector, { shared: true }), [12]);
    gives(k.clip(map, { min: 0 }), [4, 7, 8]);
    gives(k.gelu(vector, { approximate: "tanh" }), [12]);
    gives(k.dropout(vector, { p: 0.3 }), [12]);
    gives(k.exp(vector), [12]);
  });
  it("arithmetic", () => {
    gives(k.add(map, map), [4, 7, 8]);
    gives(k.sub(map, input([4, 1, 1])), [4, 7, 8]);
    gives(k.mul(map, input([8])), [4, 7, 8]);
    gives(k.div(input([8]), map), [4, 7, 8]);
    gives(k.maximum(map, 0), [4, 7, 8]);
    gives(k.pow(map, 2), [4, 7, 8]);
    gives(k.minimum(input([3, 1]), input([1, 5])), [3, 5]);
  });
  it("shapes", () => {
    gives(k.flatten(map), [224]);
    gives(k.flatten(k.mean(map)), [1]);
    gives(k.reshape(map, [8, -1]), [8, 28]);
    gives(k.transpose(map, [1, 2, 0]), [7, 8, 4]);
    gives(k.transpose(sequence, [-1, 0]), [10, 6]);
    gives(k.concat([map, map]), [8, 7, 8]);
    gives(k.concat([map, input([4, 7, 1])], { axis: -1 }), [4, 7, 9]);
    gives(k.slice(map, { axis: 1, start: 1, end: -1, step: 2 }), [4, 3, 8]);
    gives(k.pad(map, { padding: [1, 2, 3, 4], mode: "reflect" }), [4, 11, 14]);
    gives(k.pad(map, { padding: -1 }), [4, 5, 6]);
    gives(k.upsample(map, { scale: 2 }), [4, 14, 16]);
    gives(k.upsample(map, { size: [3, 20], mode: "bilinear", alignCorners: true }), [4, 3, 20]);
    gives(k.pixelShuffle(map, { scale: 2 }), [1, 14, 16]);
    gives(k.channelShuffle(map, { groups: 2 }), [4, 7, 8]);
    const [a, b, c] = k.split(sequence, { parts: 3 });
    gives(a, [2, 10]);
    gives(b, [2, 10]);
    gives(c, [2, 10]);
    const [head, rest] = k.split(sequence, { parts: [1, 9], axis: 1 });
    gives(head, [6, 1]);
    gives(rest, [6, 9]);
  });
  it("reductions", () => {
    gives(k.mean(map, { axes: [1, 2] }), [4]);
    gives(k.sum(map), []);
    gives(k.max(map, { axes: -1, keepDims: true }), [4, 7, 1]);
    gives(k.min(map, { axes: 0 }), [7, 8]);
    gives(k.mean(k.sum(map)), []);
    gives(k.softmax(map), [4, 7, 8]);
    gives(k.logSoftmax(sequence, { axis: -1 }), [6, 10]);
  });
  it("and a number where sizes are not known", () => {
    const free: Tensor<number[]> = input([4, 6, 6]);
    const y: Tensor<number[]> = k.relu(k.batchNorm(k.conv2d(free, { filters: 3, kernel: 3 })));
    expect(y.shape).toEqual([3, 4, 4]);
  });
});

describe("same padding", () => {
  it("has its surplus at the end", () => {
    const { input, builder } = bench();
    k.conv2d(input([1, 7, 8]), { filters: 1, kernel: [2, 3], stride: 2, padding: "same" });
    k.conv2d(input([1, 5, 5]), { filters: 1, kernel: 1, stride: 3, padding: "same" });
    const paddings = builder.nodes.map(({ attrs }) => attrs["padding"]);
    expect(paddings).toEqual([
      [0, 0, 1, 1],
      [0, 0, 0, 0],
    ]);
  });
});
