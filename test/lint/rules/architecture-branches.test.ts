import { describe, expect, it } from "vitest";
import { fixed, said } from "./architecture-models.ts";

const features = { inputs: "x: [64]" };

describe("lossy-pooling", () => {
  const lossy = (body: string) => said("KS307", `return ${body};`);
  const message = "pool1 pools right behind the stride of conv1, and neither of the two overlaps";

  it.each([
    "maxPool2d(conv2d(image, { filters: 8, kernel: 2, stride: 2 }), { kernel: 2 })",
    "maxPool2d(relu(batchNorm(conv2d(image, { filters: 8, kernel: 4, stride: 4 }))), { kernel: 2 })",
    "averagePool2d(dropout(conv2d(image, { filters: 8, kernel: 2, stride: 3 })), { kernel: 2, stride: 3 })",
    "maxPool2d(conv2d(image, { filters: 8, kernel: [1, 2], stride: [1, 2] }), { kernel: [1, 2] })",
    "maxPool1d(relu(conv1d(reshape(image, [3, 1024]), { filters: 8, kernel: 4, stride: 4 })), { kernel: 4 })",
  ])("tells of %s", (body) => {
    expect(lossy(body)).toEqual([message]);
  });

  it.each([
    [
      "ResNet's first layers",
      "maxPool2d(relu(conv2d(image, { filters: 8, kernel: 7, stride: 2, padding: 3 })), { kernel: 3, stride: 2, padding: 1 })",
    ],
    [
      "SqueezeNet's",
      "maxPool2d(relu(conv2d(image, { filters: 8, kernel: 3, stride: 2 })), { kernel: 3, stride: 2 })",
    ],
    [
      "a convolution that overlaps",
      "maxPool2d(relu(conv2d(image, { filters: 8, kernel: 3, stride: 2, padding: 1 })), { kernel: 2 })",
    ],
    [
      "a pool that overlaps",
      "maxPool2d(conv2d(image, { filters: 8, kernel: 2, stride: 2 }), { kernel: 3, stride: 2 })",
    ],
    ["patches without a pool", "relu(conv2d(image, { filters: 8, kernel: 4, stride: 4 }))"],
    [
      "a pool of the whole map",
      "averagePool2d(conv2d(image, { filters: 8, kernel: 4, stride: 4 }), { kernel: 8 })",
    ],
    ["no stride", "maxPool2d(relu(conv2d(image, { filters: 8, kernel: 2 })), { kernel: 2 })"],
    [
      "a layer between",
      "maxPool2d(conv2d(relu(conv2d(image, { filters: 8, kernel: 2, stride: 2 })), { filters: 8, kernel: 3 }), { kernel: 2 })",
    ],
    [
      "other dimensions",
      "maxPool2d(conv2d(image, { filters: 8, kernel: [2, 1], stride: [2, 1] }), { kernel: [1, 2] })",
    ],
  ])("is silent about %s", (_, body) => {
    expect(lossy(body)).toEqual([]);
  });

  it("widens the kernel and keeps the sizes", () => {
    expect(
      fixed(
        "KS307",
        "return maxPool2d(conv2d(image, { filters: 8, kernel: 4, stride: 4 }), { kernel: 2 });",
      ),
    ).toEqual([
      "return maxPool2d(conv2d(image, { filters: 8, kernel: 7, stride: 4, padding: 3 }), { kernel: 2 });",
    ]);
  });
});

describe("unused-layer", () => {
  const unused = (body: string, around = {}) => said("KS308", body, around);

  it("tells of each dead branch, at its end", () => {
    const body =
      "const a = relu(linear(x, { units: 4 })); const b = tanh(x); const c = sigmoid(b); return x;";
    expect(unused(body, features)).toEqual([
      "relu1 reaches no output",
      "sigmoid1 reaches no output",
    ]);
  });

  it("tells of two results that one dead branch ends in", () => {
    expect(unused("const a = tanh(x); relu(a); exp(a); return x;", features)).toHaveLength(2);
  });

  it("tells of a branch by way of a block that is used elsewhere", () => {
    const before = "const block = (x) => relu(linear(x, { units: 4 }));";
    const body = "const left = block(x); const right = block(x); return left;";
    expect(unused(body, { ...features, before })).toEqual(["relu2 reaches no output"]);
  });

  it("is silent about parts that are not used, losses of their own, and the last round of a loop (WaveNet)", () => {
    expect(unused("const [a, b] = split(x, { parts: 2 }); return a;", features)).toEqual([]);
    const loss =
      "loss({ targets: { y: [64] }, value: ({ output }, { y }) => mean(square(sub(output, y))) })";
    expect(unused("return relu(x);", { ...features, loss })).toEqual([]);
    const loop = `let h = x; const skips = [];
    for (let i = 0; i < 3; i++) { const g = tanh(h); skips.push(linear(g, { units: 4 })); h = add(h, g); }
    return skips.reduce((a, b) => add(a, b));`;
    expect(unused(loop, features)).toEqual([]);
  });

  it("tells of a loop of which nothing is used", () => {
    const loop = "let h = x; for (let i = 0; i < 3; i++) h = tanh(add(h, x)); return x;";
    expect(unused(loop, features)).toEqual(["tanh3 reaches no output"]);
  });
});

describe("unused-input", () => {
  it("tells of inputs that are read by nothing, or by what is not used", () => {
    const inputs = "a: [3], b: [3], c: [2, 2]";
    expect(said("KS309", "relu(b); return tanh(a);", { inputs })).toEqual([
      "no output depends on the inputs b [3], c [2, 2]",
    ]);
  });

  it("is silent about an input that is an output", () => {
    expect(said("KS309", "return { a, y: relu(b) };", { inputs: "a: [3], b: [3]" })).toEqual([]);
  });
});

describe("untrained-branch", () => {
  const heads = `const h = relu(linear(x, { units: 8, name: "body" }));
    const deep = relu(linear(h, { units: 8, name: "neck" }));
    return { a: linear(h, { units: 2, name: "left" }), b: linear(deep, { units: 2, name: "right" }), c: h };`;
  const of = (name: string, compile = {}) =>
    said("KS315", heads, { ...features, loss: `mse({ of: "${name}" })`, compile });

  it("tells of the last layer of what the loss does not reach", () => {
    expect(of("a")).toEqual(["the loss does not depend on neck, right: b stays untrained"]);
    expect(of("b")).toEqual(["the loss does not depend on left: a stays untrained"]);
    expect(of("c")).toHaveLength(2);
  });

  it("is silent about what is frozen, and where nothing is trained", () => {
    expect(of("a", { freeze: ["neck", "right"] })).toEqual([]);
    expect(of("a", { freeze: ["neck"] })).toHaveLength(1);
    expect(of("a", { train: false })).toEqual([]);
    expect(said("KS315", heads, features)).toEqual([]);
  });

  it("is silent about branches without parameters", () => {
    const body = "const y = linear(x, { units: 2 }); return { y, p: softmax(y) };";
    expect(said("KS315", body, { ...features, loss: 'mse({ of: "y" })' })).toEqual([]);
  });
});

describe("idle-freeze", () => {
  const body = `const h = relu(linear(x, { units: 8, name: "body.in" }));
    return linear(relu(h, { name: "cut" }), { units: 2, name: "head" });`;
  const frozen = (freeze: readonly string[], more = {}) =>
    said("KS311", body, { ...features, loss: "mse()", compile: { freeze, ...more } });

  it("tells of names that stand for nothing", () => {
    expect(frozen(["bod", "cut", "body.in.weigh"])).toEqual([
      "bod, cut, body.in.weigh in compile.freeze stand for no parameters of the model",
    ]);
  });

  it("takes blocks, layers and parameters", () => {
    for (const name of ["body", "body.in", "body.in.weight"]) expect(frozen([name])).toEqual([]);
  });

  it("tells where nothing is left to train", () => {
    expect(frozen(["body", "head"])).toEqual([
      "all 4 parameters are frozen: nothing is left to train",
    ]);
    expect(frozen(["body", "head"], { train: false })).toEqual([]);
    expect(said("KS311", body, { ...features, compile: { freeze: ["body", "head"] } })).toEqual([]);
    expect(frozen([])).toEqual([]);
  });
});
