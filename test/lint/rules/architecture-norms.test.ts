import { describe, expect, it } from "vitest";
import { fixed, said } from "./architecture-models.ts";

const conv = "conv2d(image, { filters: 8, kernel: 3 })";

describe("bias-before-norm", () => {
  const biased = (body: string, around = {}) => said("KS305", `return ${body};`, around);

  it.each([
    `batchNorm(${conv})`,
    `batchNorm(${conv}, { affine: false })`,
    `instanceNorm(${conv})`,
    `groupNorm(${conv}, { groups: 8 })`,
    "batchNorm(conv2d(image, { filters: 8, kernel: 3, bias: true }))",
    "batchNorm(linear(flatten(image), { units: 8 }))",
    "batchNorm(conv1d(reshape(image, [3, 1024]), { filters: 8, kernel: 3 }))",
    "batchNorm(convTranspose2d(image, { filters: 8, kernel: 2 }))",
  ])("tells of %s", (body) => {
    const [first, ...more] = biased(body);
    expect(first).toMatch(/takes the bias of \w+ out again: 8 numbers that change nothing/);
    expect(more).toEqual([]);
  });

  it.each([
    ["no bias", "batchNorm(conv2d(image, { filters: 8, kernel: 3, bias: false }))"],
    ["an activation between", `batchNorm(relu(${conv}))`],
    ["a layer norm, which has one mean for all channels", `layerNorm(${conv})`],
    ["groups of several channels", `groupNorm(${conv}, { groups: 4 })`],
    ["a root mean square", `rmsNorm(${conv})`],
    ["another reader", `add(batchNorm(c), c)`],
    ["an output", `{ c, y: batchNorm(c) }`],
    ["channels that come last", "batchNorm(linear(reshape(image, [32, 96]), { units: 8 }))"],
    [
      "a norm of single numbers, which is worse",
      "groupNorm(linear(flatten(image), { units: 8 }), { groups: 8 })",
    ],
  ])("is silent about %s", (_, body) => {
    expect(said("KS305", `const c = ${conv}; return ${body};`)).toEqual([]);
  });

  it("is silent about a block that another caller uses without a norm", () => {
    const before = "const block = (x) => conv2d(x, { filters: 3, kernel: 3 });";
    expect(biased("block(batchNorm(block(image)))", { before })).toEqual([]);
    expect(biased("batchNorm(block(batchNorm(block(image))))", { before })).toHaveLength(1);
  });

  it("sets bias: false", () => {
    expect(fixed("KS305", `return batchNorm(${conv});`)).toEqual([
      "return batchNorm(conv2d(image, { filters: 8, kernel: 3, bias: false }));",
    ]);
  });
});

describe("dropout-before-norm", () => {
  const spoiled = (body: string) => said("KS306", `return ${body};`);

  it.each([
    "batchNorm(dropout(image))",
    "batchNorm(relu(dropout(image, { p: 0.1 })))",
    "batchNorm(flatten(maxPool2d(silu(dropout(image)), { kernel: 2 })))",
  ])("tells of %s", (body) => {
    expect(spoiled(body)).toEqual([
      "bn1 behind dropout1 learns a variance that inference does not have",
    ]);
  });

  it.each([
    "dropout(batchNorm(image))",
    "batchNorm(dropout(image, { p: 0 }))",
    "layerNorm(dropout(image))",
    "batchNorm(conv2d(dropout(image), { filters: 8, kernel: 3 }))",
    "batchNorm(add(dropout(image), image))",
  ])("is silent about %s", (body) => {
    expect(spoiled(body)).toEqual([]);
  });
});

describe("batch-norm-of-one", () => {
  const classified = (body: string) =>
    `return linear(globalAveragePool2d(${body}), { units: 10 });`;
  const loss = "crossEntropy()";
  const compile = { maxBatch: 1 };
  const deep = `batchNorm(batchNorm(${conv}))`;

  it("tells of the first of several", () => {
    expect(said("KS312", classified(deep), { loss, compile })).toEqual([
      "with maxBatch 1, bn1 and 1 more batch norms are trained on one sample at a time",
    ]);
  });

  it("tells of each that is of single numbers", () => {
    const body = `const h = batchNorm(${conv}); return linear(batchNorm(globalAveragePool2d(h)), { units: 10 });`;
    expect(said("KS312", body, { loss, compile })[1]).toBe(
      "with maxBatch 1, bn2 normalises each of its 8 channels over a single number while training: the result is its bias",
    );
  });

  it("is silent without training, and for larger batches", () => {
    const body = classified(deep);
    expect(said("KS312", body, { compile })).toEqual([]);
    expect(said("KS312", body, { loss })).toEqual([]);
    expect(said("KS312", body, { loss, compile: { maxBatch: 2 } })).toEqual([]);
    expect(said("KS312", body, { loss, compile: { maxBatch: 1, train: false } })).toEqual([]);
  });
});

describe("norm-of-one", () => {
  const single = (body: string) => said("KS313", `return ${body};`);
  const pooled = "globalAveragePool2d(image, { keepDims: true })";

  it.each([
    `instanceNorm(${pooled})`,
    "instanceNorm(flatten(image))",
    `groupNorm(${pooled}, { groups: 3 })`,
    `layerNorm(${pooled}, { axis: 1 })`,
    "layerNorm(reshape(image, [3072, 1]), { axis: -1 })",
  ])("tells of %s", (body) => {
    expect(single(body)).toHaveLength(1);
  });

  it.each([
    "instanceNorm(image)",
    `groupNorm(${pooled}, { groups: 1 })`,
    "groupNorm(image, { groups: 3 })",
    `layerNorm(${pooled})`,
    "layerNorm(image, { axis: -1 })",
    `batchNorm(${pooled})`,
  ])("is silent about %s", (body) => {
    expect(single(body)).toEqual([]);
  });
});
