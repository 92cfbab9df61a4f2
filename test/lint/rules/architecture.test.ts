import { describe, expect, it } from "vitest";
import { fixed, said } from "./architecture-models.ts";

describe("collapsing-layers", () => {
  const collapse = (body: string, around = {}) => said("KS301", `return ${body};`, around);
  const vector = { inputs: "x: [64]" };

  it.each([
    "linear(linear(x, { units: 32 }), { units: 10 })",
    "linear(batchNorm(linear(x, { units: 64, bias: false })), { units: 64 })",
    "linear(dropout(mul(linear(x, { units: 32 }), 0.5)), { units: 10 })",
  ])("tells of %s", (body) => {
    expect(collapse(body, vector)).toEqual([
      "no activation stands between linear1 and linear2: together they are one linear map",
    ]);
  });

  it.each([
    "conv2d(conv2d(image, { filters: 8, kernel: 3 }), { filters: 16, kernel: 3 })",
    "conv2d(conv2d(image, { filters: 16, kernel: 3, stride: 2 }), { filters: 8, kernel: 1 })",
    "conv2d(batchNorm(conv2d(image, { filters: 8, kernel: 5 })), { filters: 8, kernel: 3 })",
    "linear(flatten(conv2d(image, { filters: 8, kernel: 3 })), { units: 10 })",
    "linear(reshape(conv2d(image, { filters: 8, kernel: 3 }), [-1]), { units: 10 })",
    "conv1d(conv1d(reshape(image, [3, 1024]), { filters: 8, kernel: 3 }), { filters: 8, kernel: 3 })",
  ])("tells of %s", (body) => {
    expect(collapse(body)).toHaveLength(1);
  });

  it("tells of each of three in a row", () => {
    const three = "linear(linear(linear(x, { units: 64 }), { units: 64 }), { units: 10 })";
    expect(collapse(three, vector)).toHaveLength(2);
  });

  it.each([
    ["an activation", "linear(tanh(linear(x, { units: 64 })), { units: 10 })"],
    ["a layer norm", "linear(layerNorm(linear(x, { units: 64 })), { units: 10 })"],
    ["a bottleneck", "linear(linear(x, { units: 8 }), { units: 64 })"],
    [
      "a product with itself",
      "const h = linear(x, { units: 64 }); return linear(mul(h, h), { units: 1 })",
    ],
    ["an output", "const h = linear(x, { units: 64 }); return { h, y: linear(h, { units: 10 }) }"],
    [
      "another reader",
      "const h = linear(x, { units: 10 }); return add(h, linear(h, { units: 10 }))",
    ],
    [
      "a map made of a vector",
      "conv2d(reshape(linear(x, { units: 64 }), [4, 4, 4]), { filters: 4, kernel: 3 })",
    ],
  ])("is silent about %s", (_, body) => {
    const whole = body.includes("return") ? body : `return ${body}`;
    expect(said("KS301", `${whole};`, vector)).toEqual([]);
  });

  it.each([
    [
      "a max pool",
      "conv2d(maxPool2d(conv2d(image, { filters: 8, kernel: 3 }), { kernel: 2 }), { filters: 8, kernel: 3 })",
    ],
    [
      "a depthwise convolution before a pointwise one",
      "conv2d(conv2d(image, { filters: 3, kernel: 3, groups: 3 }), { filters: 8, kernel: 1 })",
    ],
    [
      "a column and a row",
      "conv2d(conv2d(image, { filters: 8, kernel: [3, 1] }), { filters: 8, kernel: [1, 3] })",
    ],
    [
      "dilation (Guo et al. 2022)",
      "conv2d(conv2d(image, { filters: 8, kernel: 3 }), { filters: 8, kernel: 3, dilation: 3 })",
    ],
    [
      "the pixels of a shuffle (EDSR)",
      "conv2d(pixelShuffle(conv2d(image, { filters: 16, kernel: 3 }), { scale: 2 }), { filters: 3, kernel: 3 })",
    ],
    [
      "a narrowing 1×1 before a kernel (RDN)",
      "conv2d(conv2d(concat([image, image, image]), { filters: 4, kernel: 1 }), { filters: 4, kernel: 3 })",
    ],
    [
      "the first block of MobileNetV3",
      "conv2d(conv2d(concat([image, image]), { filters: 6, kernel: 1 }), { filters: 24, kernel: 1 })",
    ],
    [
      "a kernel of low rank",
      "conv2d(conv2d(image, { filters: 4, kernel: 3 }), { filters: 32, kernel: 1 })",
    ],
    [
      "a convolution that makes the map larger",
      "convTranspose2d(conv2d(image, { filters: 8, kernel: 3 }), { filters: 8, kernel: 2, stride: 2 })",
    ],
  ])("is silent about %s", (_, body) => {
    expect(collapse(body)).toEqual([]);
  });

  it("puts relu behind the norm", () => {
    const body = "return linear(batchNorm(linear(x, { units: 64, bias: false })), { units: 10 });";
    expect(fixed("KS301", body, vector)).toEqual([
      "return linear(relu(batchNorm(linear(x, { units: 64, bias: false }))), { units: 10 });",
    ]);
  });

  it("edits a block only where all that it does is at fault", () => {
    const before = "const dense = (x, units) => linear(x, { units });";
    const two = "return dense(dense(x, 64), 10);";
    const mixed = "return dense(dense(relu(dense(x, 64)), 64), 10);";
    expect(said("KS301", mixed, { ...vector, before })).toHaveLength(1);
    expect(fixed("KS301", two, { ...vector, before })).toEqual([]);
    expect(fixed("KS301", mixed, { ...vector, before })).toEqual([]);
    const loop =
      "let h = x;\n    for (let i = 0; i < 2; i++) h = linear(h, { units: 64 });\n    return linear(h, { units: 10 });";
    expect(fixed("KS301", loop, vector)).toEqual([
      loop.replace("linear(h, { units: 64 })", "relu(linear(h, { units: 64 }))"),
    ]);
  });
});

describe("repeated-activation", () => {
  const repeated = (body: string, around = {}) => said("KS302", `return ${body};`, around);

  it.each([
    ["relu(relu(image))", "relu2 changes nothing: what it is fed is ≥ 0 already"],
    [
      "relu(maxPool2d(relu6(image), { kernel: 2 }))",
      "relu1 changes nothing: what it is fed is in [0, 6] already",
    ],
    ["relu(flatten(sigmoid(image)))", "relu1 changes nothing: what it is fed is in [0, 1] already"],
    [
      "relu(concat([relu(image), square(image)]))",
      "relu2 changes nothing: what it is fed is ≥ 0 already",
    ],
    [
      "relu(add(relu(image), softplus(image)))",
      "relu2 changes nothing: what it is fed is ≥ 0 already",
    ],
    [
      "relu6(clip(image, { min: 1, max: 2 }))",
      "relu61 changes nothing: what it is fed is in [1, 2] already",
    ],
    [
      "clip(softmax(image), { min: 0, max: 1 })",
      "clip1 changes nothing: what it is fed is in [0, 1] already",
    ],
    ["abs(mul(image, image))", "abs1 changes nothing: what it is fed is ≥ 0 already"],
    ["maximum(exp(image), 0)", "maximum1 changes nothing: what it is fed is ≥ 0 already"],
    [
      "leakyRelu(dropout(relu(image)))",
      "leakyRelu1 changes nothing: what it is fed is ≥ 0 already",
    ],
    ["sigmoid(sigmoid(image))", "sigmoid2 is sigmoid of sigmoid: sigmoid1 was there before"],
    ["gelu(flatten(gelu(image)))", "gelu2 is gelu of gelu: gelu1 was there before"],
  ])("tells of %s", (body, message) => {
    expect(repeated(body)).toEqual([message]);
  });

  it.each([
    "relu(batchNorm(relu(image)))",
    "relu(sub(relu(image), 1))",
    "relu6(relu(image))",
    "relu(tanh(image))",
    "relu(concat([relu(image), image]))",
    "relu(add(relu(image), image))",
    "clip(sigmoid(image), { min: 1e-7, max: 0.9999 })",
    "clip(dropout(sigmoid(image)), { max: 1 })",
    "tanh(sigmoid(image))",
    "leakyRelu(leakyRelu(image, { slope: 0.2 }))",
    "exp(exp(image))",
  ])("is silent about %s", (body) => {
    expect(repeated(body)).toEqual([]);
  });

  it("is silent about a line of a block that another caller needs", () => {
    const before = "const block = (x) => conv2d(relu(x), { filters: 3, kernel: 3 });";
    expect(repeated("block(block(relu(image)))", { before })).toEqual([]);
    expect(repeated("block(relu(image))", { before })).toHaveLength(1);
  });

  it("leaves the second out", () => {
    expect(fixed("KS302", "return relu(maxPool2d(relu(image), { kernel: 2 }));")).toEqual([
      "return maxPool2d(relu(image), { kernel: 2 });",
    ]);
  });
});
