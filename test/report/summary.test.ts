import { describe, expect, it } from "vitest";
import { GraphBuilder } from "../../src/graph/graph.ts";
import { renderSummary } from "../../src/report/render-summary.ts";
import { summary } from "../../src/report/summary.ts";
import { lenet } from "../support/lenet.ts";

describe("the summary of LeNet-5", () => {
  const made = summary(lenet(31));
  it("counts parameters and multiply-adds of one sample, whatever the batch", () => {
    expect([made.parameters, made.multiplyAdds]).toEqual([61706, 416520]);
    expect(summary(lenet(1)).multiplyAdds).toBe(416520);
  });
  it("is a table for a person", () => {
    expect(renderSummary(made)).toBe(
      `lenet: reads image [1, 28, 28]; sizes and costs of one sample

layer     op         output        kernel  stride  padding  parameters  multiply-adds  activation  receptive field
────────  ─────────  ────────────  ──────  ──────  ───────  ──────────  ─────────────  ──────────  ───────────────
conv1     conv2d     [6, 28, 28]   5×5     1       2               156        117,600     18.8 kB              5×5
relu1     relu       [6, 28, 28]                                                          18.8 kB              5×5
pool1     maxPool2d  [6, 14, 14]   2×2     2                                               4.7 kB              6×6
conv2     conv2d     [16, 10, 10]  5×5     1                     2,416        240,000      6.4 kB            14×14
relu2     relu       [16, 10, 10]                                                          6.4 kB            14×14
pool2     maxPool2d  [16, 5, 5]    2×2     2                                               1.6 kB            16×16
flatten1  flatten    [400]                                                                 1.6 kB            16×16
linear1   linear     [120]                                      48,120         48,000       480 B            32×32
relu3     relu       [120]                                                                  480 B            32×32
linear2   linear     [84]                                       10,164         10,080       336 B            32×32
relu4     relu       [84]                                                                   336 B            32×32
linear3   linear     [10]                                          850            840        40 B            32×32
────────  ─────────  ────────────  ──────  ──────  ───────  ──────────  ─────────────  ──────────  ───────────────
total                                                           61,706        416,520     60.0 kB

weights: 246.8 kB as float32
as a multilayer perceptron: 11,800,360 weights (47.2 MB), 191 times as many; pool1 alone 5,531,904
  A fully connected layer has a weight for every input of every output. A convolution looks at a small window and
  uses the same weights at every position: fewer to learn, and what is learned in one corner is known in all.`,
    );
  });
});

/** One convolution over [c, h, w], its summary's row. */
function rowOf(
  [c, h, w]: readonly [number, number, number],
  [filters, kernel]: readonly [number, number],
  attrs: {
    stride?: readonly [number, number];
    padding?: readonly [number, number, number, number];
    dilation?: readonly [number, number];
    groups?: number;
  },
) {
  const g = new GraphBuilder();
  const x = g.variable("x", [5, c, h, w], "input", { batched: true });
  const weight = g.variable("w", [filters, c / (attrs.groups ?? 1), kernel, kernel], "parameter");
  const out = g.add("conv2d", { x, w: weight }, attrs);
  const [row] = summary(g.graph("one", { out })).rows;
  if (!row) throw new Error("no row");
  return row;
}

describe("a row", () => {
  it("tells rows and columns that no window reads, where the stride does not divide", () => {
    const row = rowOf([3, 8, 9], [4, 3], { stride: [2, 2] });
    expect(row.dropped).toEqual([
      { rows: 1, pixels: 1 },
      { rows: 0, pixels: 0 },
    ]);
  });
  it("knows that dropped padding loses no pixel", () => {
    const row = rowOf([3, 224, 224], [64, 7], { stride: [2, 2], padding: [3, 3, 3, 3] });
    expect(row.output).toEqual([64, 112, 112]);
    expect(row.dropped).toEqual([
      { rows: 1, pixels: 0 },
      { rows: 1, pixels: 0 },
    ]);
    expect(row.multiplyAdds).toBe(112 * 112 * 64 * 3 * 49);
  });
  it("reads window, dilation and padding off the definition", () => {
    const row = rowOf([2, 9, 9], [2, 3], { dilation: [2, 1], padding: [2, 1, 0, 3] });
    expect(row.windows).toEqual([
      { size: 9, steps: 7, kernel: 3, stride: 1, dilation: 2, before: 2 },
      { size: 9, steps: 11, kernel: 3, stride: 1, dilation: 1, before: 1 },
    ]);
    expect(row.after).toEqual([0, 3]);
    expect(row.receptiveField).toEqual([5, 3]);
  });
  it("shows a window of one tap where the layer strides", () => {
    const [window] = rowOf([4, 8, 8], [2, 1], { stride: [2, 2] }).windows;
    expect(window).toEqual({ size: 8, steps: 4, kernel: 1, stride: 2, dilation: 1, before: 0 });
  });
  it("counts a depthwise convolution once a channel", () => {
    const row = rowOf([8, 6, 6], [8, 3], { groups: 8, padding: [1, 1, 1, 1] });
    expect(row.multiplyAdds).toBe(8 * 36 * 9);
    expect(row.parameters).toBe(72);
  });
  it("counts shared weights once", () => {
    const g = new GraphBuilder();
    const x = g.variable("x", [2, 3], "input", { batched: true });
    const w = g.variable("w", [3, 3], "parameter");
    const out = g.add("linear", { x: g.add("linear", { x, w }), w });
    expect(summary(g.graph("twice", { out })).rows.map((r) => r.parameters)).toEqual([9, 0]);
  });
});

it("a transposed convolution has a kernel too, and only the taps that count", () => {
  const g = new GraphBuilder();
  const x = g.variable("x", [5, 3, 7, 7], "input", { batched: true });
  const w = g.variable("w", [3, 2, 4, 4], "parameter");
  const out = g.add("convTranspose2d", { x, w }, { stride: [2, 2], padding: [1, 1, 1, 1] });
  const [row] = summary(g.graph("up", { out })).rows;
  expect(row?.output).toEqual([2, 14, 14]);
  expect(row?.windows.map((w) => [w.kernel, w.stride])).toEqual([
    [4, 2],
    [4, 2],
  ]);
  expect(row?.multiplyAdds).toBe(7 * 7 * 3 * 2 * 16);
});

describe("the receptive field", () => {
  it("grows by (kernel − 1) times the product of the strides before", () => {
    const g = new GraphBuilder();
    let x = g.variable("x", [1, 1, 64, 64], "input", { batched: true });
    for (const [i, stride] of [1, 2, 2, 1].entries()) {
      const w = g.variable(`w${i}`, [1, 1, 3, 3], "parameter");
      x = g.add("conv2d", { x, w }, { stride: [stride, stride], padding: [1, 1, 1, 1] });
    }
    const fields = summary(g.graph("stack", { x })).rows.map((r) => r.receptiveField[0]);
    expect(fields).toEqual([3, 5, 9, 17]);
  });
  it("is the widest of the branches that meet", () => {
    const g = new GraphBuilder();
    const x = g.variable("x", [1, 1, 16, 16], "input", { batched: true });
    const branch = (k: number) => {
      const w = g.variable(`w${k}`, [1, 1, k, k], "parameter");
      const p = (k - 1) / 2;
      return g.add("conv2d", { x, w }, { padding: [p, p, p, p] });
    };
    const out = g.add("add", { a: branch(3), b: branch(7) });
    expect(summary(g.graph("branches", { out })).rows.at(-1)?.receptiveField).toEqual([7, 7]);
  });
});
