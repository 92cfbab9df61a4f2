import ts from "typescript";
import { describe, expect, it } from "vitest";
import { compile } from "../../codegen/index.ts";
import { type Target, targets } from "../../codegen/options.ts";
import { expand } from "../../src/graph/expand.ts";
import type { Graph } from "../../src/graph/graph.ts";
import type { Loss } from "../../src/graph/losses.ts";
import type { Model } from "../../src/graph/model.ts";
import * as k from "../../src/index.ts";
import { defineModel, type Tensor } from "../../src/index.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor as Raw } from "../../src/tensor/expr.ts";
import { same } from "../shapes/same.ts";
import { refusal } from "../support/model.ts";
import { random } from "../support/samples.ts";

const lenet = defineModel({
  name: "lenet",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    same<typeof image, Tensor<[1, 28, 28]>>();
    const c1 = k.maxPool2d(k.relu(k.conv2d(image, { filters: 6, kernel: 5, padding: 2 })), {
      kernel: 2,
    });
    const c2 = k.maxPool2d(k.relu(k.conv2d(c1, { filters: 16, kernel: 5 })), { kernel: 2 });
    same<typeof c2, Tensor<[16, 5, 5]>>();
    const f1 = k.relu(k.linear(k.flatten(c2), { units: 120 }));
    return { logits: k.linear(k.relu(k.linear(f1, { units: 84 })), { units: 10 }) };
  },
  train: { loss: k.crossEntropy({ of: "logits" }), optimizer: k.sgd({ momentum: 0.9 }) },
});

/** What a graph's tensor is worth, its variables given by name. */
function valueOf(
  graph: Graph,
  tensor: Raw,
  given: (name: string, shape: readonly number[]) => Float64Array,
) {
  const { program } = expand({ ...graph, outputs: { tensor } }, "inference");
  const values = new Map(
    graph.variables.map(({ tensor }) => [tensor, given(tensor.name, tensor.shape)]),
  );
  return evaluate(program, values).get(tensor) ?? new Float64Array();
}

describe("a model", () => {
  it("is one graph for each batch size", () => {
    const shapes = (batch: number) =>
      Object.values(lenet.build(batch).graph.outputs).map(({ shape }) => shape);
    expect([shapes(1), shapes(32)]).toEqual([[[1, 10]], [[32, 10]]]);
    expect(
      lenet
        .build(3)
        .graph.nodes.map(({ name }) => name)
        .join(" "),
    ).toBe("conv1 relu1 pool1 conv2 relu2 pool2 flatten1 linear1 relu3 linear2 relu4 linear3");
  });
  it("has an output called output where it gives one tensor", () => {
    const model = defineModel({ inputs: { x: [3] }, outputs: ({ x }) => k.relu(x) });
    expect(Object.keys(model.build(1).graph.outputs)).toEqual(["output"]);
  });
  it("has several inputs and outputs", () => {
    const model = defineModel({
      inputs: { a: [2, 3], b: [3] },
      outputs({ a, b }) {
        const both = k.add(a, b);
        same<typeof both, Tensor<[2, 3]>>();
        return { both, total: k.sum(both) };
      },
    });
    const { graph } = model.build(2);
    const data: { readonly [name: string]: readonly number[] } = {
      a: [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60],
      b: [1, 2, 3, -1, -2, -3],
    };
    const of = (name: string) => Float64Array.from(data[name] ?? []);
    const { both, total } = graph.outputs;
    expect([...valueOf(graph, both as Raw, of)]).toEqual([
      ...[2, 4, 6, 5, 7, 9],
      ...[9, 18, 27, 39, 48, 57],
    ]);
    expect([...valueOf(graph, total as Raw, of)]).toEqual([33, 198]);
  });
});

describe("compiled LeNet", () => {
  it.each(targets)("gives the logits and the loss of the evaluator, target %s", async (target) => {
    const net = await compiled(lenet, target);
    const image = Float32Array.from(random([4, 784], 0, 1, 5));
    const label = Int32Array.of(3, 1, 4, 1);
    const { training, graph } = lenet.build(4, lenet.train.loss);
    const fed = (name: string): Float64Array => {
      if (name === "image") return Float64Array.from(image);
      if (name === "label") return Float64Array.from(label);
      const [layer = "", part = ""] = name.split(".");
      return Float64Array.from(net.parameters[layer]?.[part] ?? []);
    };
    const want = valueOf(graph, graph.outputs["logits"] as Raw, fed);
    const got = net.forward(image);
    expect(got.length).toBe(40);
    for (const [i, logit] of want.entries()) expect(got[i]).toBeCloseTo(logit, 4);
    const loss = valueOf((training as { graph: Graph }).graph, training?.loss as Raw, fed)[0] ?? 0;
    expect(net.evaluate(image, label).loss).toBeCloseTo(loss, 4);
    const first = net.trainStep(image, label, 0.01);
    expect(first).toBeCloseTo(loss, 4);
    expect(net.trainStep(image, label, 0.01)).toBeLessThan(first);
  });
});

interface Net {
  readonly parameters: { readonly [layer: string]: { readonly [name: string]: Float32Array } };
  readonly forward: (image: Float32Array) => Float32Array;
  readonly evaluate: (image: Float32Array, label: Int32Array) => { readonly loss: number };
  readonly trainStep: (image: Float32Array, label: Int32Array, rate: number) => number;
}

async function compiled(model: Model, target: Target): Promise<Net> {
  const { files } = await compile(model, { target, maxBatch: 4 });
  const { text } = files.find(({ name }) => name.endsWith(".ts")) ?? { text: "" };
  const { outputText } = ts.transpileModule(String(text), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`
  )) as { readonly createLenet: (options: object) => Net }; // the name says so
  return module.createLenet({ seed: 1 });
}

describe("losses", () => {
  const logits = [2, -1, 0.5, 0, 1, 3];
  const judged = (loss: Loss, label: readonly number[], shape: readonly number[] = [3]) => {
    const model = defineModel({ inputs: { x: shape }, outputs: ({ x }) => k.add(x, 0) });
    const { training } = model.build(2, loss);
    const value = valueOf((training as { graph: Graph }).graph, training?.loss as Raw, (name) =>
      Float64Array.from(name === "x" ? logits : label),
    );
    return { value: value[0] ?? NaN, targets: training?.targets, correct: training?.correct };
  };
  const log = (row: readonly number[], c: number) =>
    (row[c] ?? 0) - Math.log(row.reduce((sum, v) => sum + Math.exp(v), 0));
  const rows = [logits.slice(0, 3), logits.slice(3)];
  const [p = 0, q = 0] = [log(rows[0] ?? [], 0), log(rows[1] ?? [], 1)];

  it("cross-entropy of classes", () => {
    const { value, targets, correct } = judged(k.crossEntropy(), [0, 1]);
    expect(value).toBeCloseTo(-(p + q) / 2, 12);
    expect(targets).toEqual([{ name: "label", shape: [], holds: "classes", classes: 3 }]);
    expect(correct).toEqual({ output: "output", target: "label" });
  });
  it("with weights of classes, and one that is ignored", () => {
    const weighted = judged(k.crossEntropy({ classWeights: [1, 3, 5] }), [0, 1]);
    expect(weighted.value).toBeCloseTo(-(p + 3 * q) / 4, 12);
    for (const ignored of [255, -100]) {
      const ignoring = judged(k.crossEntropy({ ignoreIndex: ignored }), [0, ignored]);
      expect(ignoring.value).toBeCloseTo(-p, 12);
      expect(ignoring.targets).toMatchObject([{ classes: 3, ignored }]);
    }
  });
  it("with probabilities, which no class is compared with", () => {
    const { value, targets, correct } = judged(k.crossEntropy({ probabilities: true }), [
      ...[1, 0, 0],
      ...[0, 1, 0],
    ]);
    expect(value).toBeCloseTo(-(p + q) / 2, 12);
    expect([targets, correct]).toEqual([
      [{ name: "label", shape: [3], holds: "numbers" }],
      undefined,
    ]);
  });
  it("of each pixel", () => {
    const { targets } = judged(k.crossEntropy({ target: "mask" }), [0], [3, 1, 1]);
    expect(targets).toEqual([{ name: "mask", shape: [1, 1], holds: "classes", classes: 3 }]);
  });
  it("of numbers", () => {
    const y = [1, 0, 0, 0, 1, 1];
    const mean = (f: (x: number, y: number) => number) =>
      logits.reduce((sum, x, i) => sum + f(x, y[i] ?? 0), 0) / 6;
    const each: readonly (readonly [Loss, number])[] = [
      [k.mse(), mean((x, y) => (x - y) ** 2)],
      [k.l1(), mean((x, y) => Math.abs(x - y))],
      [k.huber({ delta: 0.9 }), mean((x, y) => huber(Math.abs(x - y), 0.9))],
      [k.smoothL1({ beta: 0.5 }), mean((x, y) => huber(Math.abs(x - y), 0.5) / 0.5)],
      [k.bceWithLogits(), mean((x, y) => Math.log1p(Math.exp(x)) - x * y)],
      [
        k.bceWithLogits({ positiveWeight: 2 }),
        mean((x, y) => (1 + y) * Math.log1p(Math.exp(-x)) + (1 - y) * x),
      ],
    ];
    for (const [loss, want] of each) expect(judged(loss, y).value, loss.name).toBeCloseTo(want, 12);
    expect(judged(k.mse(), y).targets).toEqual([{ name: "target", shape: [3], holds: "numbers" }]);
  });
  const huber = (d: number, delta: number) => (d < delta ? d ** 2 / 2 : delta * (d - delta / 2));

  it("written with layers", () => {
    const custom = k.loss({
      targets: { y: [3] },
      value({ output }, { y }) {
        same<typeof y, Tensor<[3]>>();
        return k.sum(k.square(k.sub(output as Tensor, y)));
      },
    });
    expect(judged(custom, [0, 0, 0, 0, 0, 0]).value).toBeCloseTo((4 + 1 + 0.25 + 1 + 9) / 2, 12);
  });
  it("are made by name without options", () => {
    for (const [name, make] of Object.entries(k.losses)) expect(make().name).toBe(name);
  });
});

describe("a model that is none", () => {
  const define = defineModel as (definition: unknown) => Model; // as JavaScript sees it
  const inputs = { x: [4] };
  const two = (train: object) => ({
    inputs,
    outputs: ({ x }: { x: Tensor }) => ({ a: x, b: k.relu(x) }),
    train,
  });
  const refused: readonly (readonly [code: string, message: string, definition: unknown])[] = [
    ["KS108", "a model is defined by an object, not undefined", undefined],
    ["KS101", 'defineModel has no option "input"', { input: inputs, outputs: () => 1 }],
    ["KS102", "the model's name must be a word, but is 7", { name: 7, inputs, outputs: () => 1 }],
    ["KS108", "the model has no inputs", { inputs: {}, outputs: () => 1 }],
    [
      "KS205",
      "the input x has the shape [4, NaN]: NaN is no positive integer",
      { inputs: { x: [4, NaN] }, outputs: () => 1 },
    ],
    [
      "KS205",
      "the shape of the input x is 4, not a list of sizes",
      { inputs: { x: 4 }, outputs: () => 1 },
    ],
    ["KS108", "outputs must be a function of the inputs, but is undefined", { inputs }],
    [
      "KS108",
      "outputs must give tensors, but gives undefined",
      { inputs, outputs: () => undefined },
    ],
    ["KS108", "outputs must give tensors, but gives a promise", { inputs, outputs: async () => 1 }],
    ["KS108", "the output y must be a tensor, but is 3", { inputs, outputs: () => ({ y: 3 }) }],
    [
      "KS104",
      "no output can be called loss: that is what training makes small",
      { inputs, outputs: ({ x }: { x: Tensor }) => ({ loss: x }) },
    ],
    ["KS101", 'train has no option "optimiser"', two({ optimiser: k.sgd() })],
    [
      "KS102",
      "train.loss must be a loss, as in crossEntropy(), but is a function",
      two({ loss: k.crossEntropy }),
    ],
    [
      "KS102",
      'train.optimizer must be an optimizer, as in sgd(), but is "sgd"',
      two({ optimizer: "sgd" }),
    ],
    [
      "KS108",
      "the model has the outputs a, b: it must be said which one counts",
      two({ loss: k.mse() }),
    ],
    ["KS108", 'the model has no output "logits"', two({ loss: k.crossEntropy({ of: "logits" }) })],
    [
      "KS201",
      "classWeights has 3 numbers for 4 classes",
      two({ loss: k.crossEntropy({ of: "a", classWeights: [1, 2, 3] }) }),
    ],
    ["KS104", "two things are called x", two({ loss: k.mse({ of: "a", target: "x" }) })],
  ];
  for (const [code, message, definition] of refused)
    it(message, () => {
      const found = refusal(() => define(definition));
      expect([found.code, found.message]).toEqual([code, message]);
      expect(found.at?.file).toMatch(/model\.test\.ts$/);
    });

  it("nor is a loss whose options are wrong, which is told where it is made", () => {
    const [found, called] = [refusal(() => k.crossEntropy({ labelSmoothing: 2 })), "crossEntropy"];
    expect([found.code, found.message, found.at?.call]).toEqual([
      "KS102",
      "labelSmoothing must be a number from 0 to 1, but is 2",
      called,
    ]);
  });
  it("nor a loss of several numbers a sample", () => {
    const loss = k.loss({ targets: {}, value: ({ output }) => output as Tensor });
    const found = refusal(() =>
      define({ inputs, outputs: ({ x }: { x: Tensor }) => x, train: { loss } }),
    );
    expect([found.code, found.message]).toEqual([
      "KS202",
      "a sample costs a single number, but the value is a vector [4]",
    ]);
  });
});
