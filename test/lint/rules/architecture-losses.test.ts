import { describe, expect, it } from "vitest";
import { fixed, said } from "./architecture-models.ts";

const features = { inputs: "x: [64]" };
const scores = "linear(x, { units: 10 })";

describe("relu-before-softmax", () => {
  const cut = (body: string, loss?: string, around = {}) =>
    said("KS303", `return ${body};`, { ...features, ...(loss ? { loss } : {}), ...around });

  it.each([
    [`relu(${scores})`, "crossEntropy()"],
    [`relu(${scores})`, "crossEntropy({ probabilities: true })"],
    [`dropout(relu(${scores}))`, "crossEntropy()"],
    [`relu6(${scores})`, "bceWithLogits()"],
    [`clip(${scores}, { min: 0 })`, "crossEntropy()"],
    [`maximum(${scores}, 0)`, "crossEntropy()"],
    [`threshold(${scores})`, "crossEntropy()"],
    [`softmax(relu(${scores}))`, undefined],
    [`softmax(relu(batchNorm(${scores})))`, undefined],
    [`logSoftmax(reshape(relu(${scores}), [10]))`, "nll()"],
    [`sigmoid(relu(${scores}))`, "bce()"],
    [`{ gate: mul(x, sigmoid(relu(linear(x, { units: 64 })))) }`, undefined],
  ])("tells of %s, judged by %s", (body, loss) => {
    expect(cut(body, loss)).toHaveLength(1);
  });

  it.each([
    [`relu(${scores})`, "mse()"],
    [`relu(${scores})`, undefined],
    [`leakyRelu(${scores})`, "crossEntropy()"],
    [`clip(${scores}, { min: -5, max: 5 })`, "crossEntropy()"],
    [`linear(relu(${scores}), { units: 10 })`, "crossEntropy()"],
    [`matmul(softmax(relu(linear(x, { units: 64 }))), x)`, undefined],
    [`softmax(relu(x))`, undefined],
    [`sigmoid(linear(relu(${scores}), { units: 1 }))`, undefined],
  ])("is silent about %s, judged by %s", (body, loss) => {
    expect(cut(body, loss)).toEqual([]);
  });

  it("is silent about the mean of a map that relu made (SqueezeNet) and the softmax of its places", () => {
    const map = { inputs: "image: [3, 8, 8]" };
    const last = "relu(conv2d(image, { filters: 10, kernel: 1 }))";
    expect(cut(`globalAveragePool2d(${last})`, "crossEntropy()", map)).toEqual([]);
    const places = `const places = softmax(reshape(${last}, [10, 64]), { axis: 1 }); return sum(places, { axes: 1 });`;
    expect(said("KS303", places, map)).toEqual([]);
  });

  it("leaves a relu alone that others read too", () => {
    const body = `const h = relu(${scores}); return { h: linear(h, { units: 4 }), y: h };`;
    const around = { ...features, loss: 'crossEntropy({ of: "y" })' };
    expect(said("KS303", body, around)).toHaveLength(1);
    expect(fixed("KS303", body, around)).toEqual([]);
  });
});

describe("softmax-twice", () => {
  const twice = (body: string, loss?: string, around = {}) =>
    said("KS304", `return ${body};`, { ...features, ...(loss ? { loss } : {}), ...around });

  it.each([
    [`softmax(${scores})`, "crossEntropy()", /crossEntropy takes scores/],
    [`softmax(${scores})`, "crossEntropy({ probabilities: true })", /crossEntropy takes scores/],
    [`sigmoid(${scores})`, "crossEntropy()", /crossEntropy takes scores/],
    [`logSoftmax(${scores})`, "crossEntropy()", /logSoftmax1 before it changes nothing/],
    [`sigmoid(${scores})`, "bceWithLogits()", /bceWithLogits takes scores/],
    [`softmax(${scores})`, "bceWithLogits()", /bceWithLogits takes scores/],
    [`softmax(${scores})`, "nll()", /nll takes logarithms/],
    [scores, "nll()", /falls without end/],
    [scores, "bce()", /bce takes probabilities/],
    [`softmax(softmax(${scores}))`, undefined, /softmax2 is softmax of what softmax1 makes/],
    [`logSoftmax(dropout(softmax(${scores})))`, undefined, /logSoftmax1 is logSoftmax of/],
  ])("tells of %s, judged by %s", (body, loss, message) => {
    const [first, ...more] = twice(body, loss);
    expect(first).toMatch(message);
    expect(more).toEqual([]);
  });

  it.each([
    [scores, "crossEntropy()"],
    [`logSoftmax(${scores})`, "nll()"],
    [`sigmoid(${scores})`, "bce()"],
    [`softmax(${scores})`, "mse()"],
    [`softmax(${scores})`, "bce()"],
    [`mul(sigmoid(${scores}), 10)`, "crossEntropy()"],
    [`softmax(reshape(softmax(reshape(x, [8, 8])), [64]))`, undefined],
    [`softmax(softmax(reshape(x, [8, 8]), { axis: 1 }), { axis: 0 })`, undefined],
  ])("is silent about %s, judged by %s", (body, loss) => {
    expect(twice(body, loss)).toEqual([]);
  });

  it("is silent about a softmax over places where classes are compared", () => {
    const map = { inputs: "image: [10, 8, 8]" };
    expect(twice("softmax(image, { axis: 1 })", "crossEntropy()", map)).toEqual([]);
    expect(twice("softmax(image)", "crossEntropy()", map)).toHaveLength(1);
  });

  it("is silent about an output that no loss judges", () => {
    const body = `const logits = ${scores}; return { logits, probabilities: softmax(logits) };`;
    expect(said("KS304", body, { ...features, loss: 'crossEntropy({ of: "logits" })' })).toEqual(
      [],
    );
  });

  it.each([
    [`softmax(${scores})`, "crossEntropy()", scores],
    [`softmax(${scores})`, "nll()", `logSoftmax(${scores})`],
    [scores, "nll()", `logSoftmax(${scores})`],
    [scores, "bce()", `sigmoid(${scores})`],
  ])("makes of %s, judged by %s, %s", (body, loss, after) => {
    expect(fixed("KS304", `return ${body};`, { ...features, loss })).toEqual([`return ${after};`]);
  });
});

describe("softmax-of-one", () => {
  const one = (body: string, around = {}) =>
    said("KS314", `return ${body};`, { ...features, ...around });

  it.each([
    [
      "softmax(linear(x, { units: 1 }))",
      "softmax1 runs along axis 0 of [1], which has one element: the result is always 1",
    ],
    [
      "logSoftmax(reshape(x, [64, 1]), { axis: -1 })",
      "logSoftmax1 runs along axis 1 of [64, 1], which has one element: the result is always 0",
    ],
  ])("tells of %s", (body, message) => {
    expect(one(body)).toEqual([message]);
  });

  it("tells of one class, by index and by probability", () => {
    const body = "linear(x, { units: 1 })";
    for (const loss of ["crossEntropy()", "crossEntropy({ probabilities: true })"])
      expect(one(body, { loss })).toEqual([
        "crossEntropy compares one class with itself: the loss is always 0",
      ]);
    expect(one(body, { loss: "bceWithLogits()" })).toEqual([]);
  });

  it("is silent about axes of more, and about a block that attends to more elsewhere", () => {
    expect(one("softmax(reshape(x, [64, 1]))")).toEqual([]);
    const before = "const attend = (x) => softmax(x);";
    expect(
      one("{ a: attend(x), b: attend(sum(x, { axes: 0, keepDims: true })) }", { before }),
    ).toEqual([]);
  });

  it("takes sigmoid", () => {
    expect(fixed("KS314", "return softmax(linear(x, { units: 1 }));", features)).toEqual([
      "return sigmoid(linear(x, { units: 1 }));",
    ]);
  });
});
