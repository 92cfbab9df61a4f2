import { describe, expect, it } from "vitest";
import * as k from "../../src/index.ts";
import { bench } from "../support/model.ts";

/** name, shape and start of each parameter and state that calls made. */
const parameters = ({ builder }: ReturnType<typeof bench>) =>
  builder.variables
    .filter(({ role }) => role !== "input")
    .map(({ tensor, role, initial }) => [
      tensor.name,
      tensor.shape,
      initial,
      ...(role === "state" ? [role] : []),
    ]);

const uniform = (bound: number) => ({ kind: "uniform", bound });
const constant = (value: number) => ({ kind: "constant", value });

describe("names", () => {
  it("are the kind and a number, or the one given", () => {
    const b = bench();
    const x = b.input([4, 8, 8]);
    const stem = k.conv2d(x, { filters: 4, kernel: 3, padding: 1, name: "stem" });
    k.conv2d(stem, { filters: 2, kernel: 1, name: "conv2" });
    for (let i = 0; i < 3; i++) k.conv2d(stem, { filters: 1, kernel: 1 });
    k.relu(k.maxPool2d(k.batchNorm(x), { kernel: 2 }));
    k.globalAveragePool2d(x);
    k.mean(k.add(k.relu(x), 1));
    expect(b.builder.nodes.map(({ name }) => name)).toEqual(
      "stem conv2 conv1 conv3 conv4 bn1 pool1 relu1 pool2 relu2 add1 mean1".split(" "),
    );
  });
  it("of several nodes are parts of the layer's", () => {
    const b = bench();
    k.conv1d(b.input([2, 5]), { filters: 3, kernel: 2, name: "first" });
    k.split(b.input([4]), { parts: 2 });
    k.linear(b.input([3, 4]), { units: 2 });
    expect(b.builder.nodes.map(({ name }) => name)).toEqual([
      ...["first.rows", "first.row", "first", "first.squeezed"],
      ...["split1.0", "split1.1"],
      ...["linear1.columns", "linear1.product", "linear1"],
    ]);
  });
  it("are the same in each build", () => {
    const model = k.defineModel({
      inputs: { x: [3] },
      outputs: ({ x }) => k.linear(k.relu(k.linear(x, { units: 2 })), { units: 1 }),
    });
    const names = (batch: number) => model.build(batch).graph.nodes.map(({ name }) => name);
    expect([names(1), names(1), names(64)]).toEqual(Array(3).fill(["linear1", "relu1", "linear2"]));
  });
});

describe("parameters", () => {
  it("of convolutions start as He has it for as many products as an output sums", () => {
    const b = bench();
    const x = b.input([4, 8, 8]);
    k.conv2d(x, { filters: 6, kernel: [3, 5] });
    k.conv2d(x, { filters: 8, kernel: 3, groups: 4, bias: false });
    k.convTranspose2d(x, { filters: 6, kernel: 4, stride: 2, groups: 2 });
    k.conv1d(b.input([4, 8]), { filters: 2, kernel: 3, bias: false });
    expect(parameters(b)).toEqual([
      ["conv1.weight", [6, 4, 3, 5], uniform(Math.sqrt(6 / 60))],
      ["conv1.bias", [6], constant(0)],
      ["conv2.weight", [8, 1, 3, 3], uniform(Math.sqrt(6 / 9))],
      ["convTranspose1.weight", [4, 3, 4, 4], uniform(Math.sqrt(6 / 8))],
      ["convTranspose1.bias", [6], constant(0)],
      ["conv3.weight", [2, 4, 3], uniform(Math.sqrt(6 / 12))],
    ]);
  });
  it("of linear are [units, inputs]", () => {
    const b = bench();
    k.linear(b.input([24]), { units: 3, biasInitializer: k.constant(0.5), name: "head" });
    k.linear(b.input([7, 24]), { units: 3, bias: false });
    expect(parameters(b)).toEqual([
      ["head.weight", [3, 24], uniform(0.5)],
      ["head.bias", [3], constant(0.5)],
      ["linear1.weight", [3, 24], uniform(0.5)],
    ]);
  });
  it("of batch norm have PyTorch's names, the running ones kept and not trained", () => {
    const b = bench();
    k.batchNorm(b.input([5, 2, 2]));
    k.batchNorm(b.input([5, 2, 2]), { affine: false });
    expect(parameters(b)).toEqual([
      ["bn1.weight", [5], constant(1)],
      ["bn1.bias", [5], constant(0)],
      ["bn1.running_mean", [5], constant(0), "state"],
      ["bn1.running_var", [5], constant(1), "state"],
      ["bn2.running_mean", [5], constant(0), "state"],
      ["bn2.running_var", [5], constant(1), "state"],
    ]);
  });
  it("of the other norms and of prelu", () => {
    const b = bench();
    const x = b.input([4, 3, 5]);
    k.layerNorm(x, { axis: -2 });
    k.groupNorm(x, { groups: 2, weightInitializer: k.constant(0.1) });
    k.instanceNorm(x, { affine: false });
    k.rmsNorm(x, { axis: 2 });
    k.prelu(x);
    k.prelu(x, { shared: true, weightInitializer: k.zeros() });
    expect(parameters(b)).toEqual([
      ["layerNorm1.weight", [3, 5], constant(1)],
      ["layerNorm1.bias", [3, 5], constant(0)],
      ["groupNorm1.weight", [4], constant(0.1)],
      ["groupNorm1.bias", [4], constant(0)],
      ["rmsNorm1.weight", [5], constant(1)],
      ["prelu1.weight", [4], constant(0.25)],
      ["prelu2.weight", [1], constant(0)],
    ]);
  });
});

describe("initializers", () => {
  const fans = { in: 6, out: 2 };
  const made: readonly (readonly [k.Initializer, object])[] = [
    [k.heUniform(), uniform(1)],
    [k.heUniform({ fan: "out" }), uniform(Math.sqrt(3))],
    [k.heUniform({ slope: Math.sqrt(5) }), uniform(Math.sqrt(1 / 6))],
    [k.heNormal(), { kind: "normal", deviation: Math.sqrt(1 / 3) }],
    [k.glorotUniform(), uniform(Math.sqrt(6 / 8))],
    [k.glorotNormal(), { kind: "normal", deviation: 0.5 }],
    [k.zeros(), constant(0)],
    [k.ones(), constant(1)],
    [k.constant(-2), constant(-2)],
    [k.uniform(0.3), uniform(0.3)],
    [k.normal(0.02), { kind: "normal", deviation: 0.02 }],
  ];
  for (const [initializer, want] of made)
    it(JSON.stringify(want), () => {
      const got: { readonly [fact: string]: unknown } = { ...initializer(fans) };
      for (const [fact, value] of Object.entries(want))
        if (typeof value === "number") expect(got[fact]).toBeCloseTo(value, 12);
        else expect(got[fact]).toBe(value);
    });
});
