import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/assemble.ts";
import { block } from "../../../codegen/memory/block.ts";
import { settle } from "../../../codegen/options.ts";
import { inferenceOf, trainingOf, updateOf } from "../../../codegen/runs.ts";
import { Stages } from "../../../codegen/stages.ts";
import { expand } from "../../../src/graph/expand.ts";
import { GraphBuilder, opOf } from "../../../src/graph/graph.ts";
import type { Model } from "../../../src/graph/model.ts";
import { adam, add, batchNorm, conv2d, crossEntropy, defineModel } from "../../../src/index.ts";
import { flatten, linear, maxPool2d, relu } from "../../../src/index.ts";
import { type OpName, ops } from "../../../src/ops/index.ts";
import { derive, dot } from "../../support/derive.ts";
import { samplesOf } from "../../support/samples.ts";
import { modelOf, recipes } from "../../property/nets.ts";
import { expectParts } from "./parts.ts";

/** Channels that fill no vectors, rows that fill no tiles, a batch norm, a large layer. */
const uneven = defineModel({
  inputs: { image: [3, 15, 13] },
  outputs({ image }) {
    const a = relu(batchNorm(conv2d(image, { filters: 18, kernel: 3, padding: 1 })));
    const b = maxPool2d(conv2d(a, { filters: 21, kernel: 3, stride: 2 }), { kernel: 2 });
    const c = relu(conv2d(a, { filters: 18, kernel: 3, padding: 1, groups: 18 }));
    const d = maxPool2d(conv2d(c, { filters: 21, kernel: 3, stride: 2 }), { kernel: 2 });
    const left = linear(relu(linear(flatten(b), { units: 131 })), { units: 7 });
    return { logits: add(left, linear(flatten(d), { units: 7 })) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: adam() },
});

/** Of a Winograd convolution. */
const wide = defineModel({
  inputs: { image: [16, 20, 18] },
  outputs: ({ image }) => ({
    y: flatten(
      conv2d(relu(conv2d(image, { filters: 20, kernel: 3, padding: 1 })), {
        filters: 16,
        kernel: 3,
      }),
    ),
  }),
  train: { loss: crossEntropy(), optimizer: adam() },
});

function runsOf(model: Model, maxBatch: number) {
  const options = settle({ target: "wasm", threads: true, maxBatch });
  const built = model.build(maxBatch, model.train.loss);
  const graph = built.training?.graph ?? built.graph;
  const layout = block(graph, true, [], model.train.optimizer?.slots.length ?? 0);
  const stages = new Stages();
  const { run: inference } = inferenceOf(built, options, layout, stages);
  const { run: training } = trainingOf(built, options, layout, stages);
  const update = updateOf(model.train.optimizer ?? adam(), options, layout, layout.end, stages);
  return { inference, training, update };
}

describe("a kernel in parts", () => {
  describe.each([
    ["of uneven sizes", uneven],
    ["of many channels", wide],
  ])("of a net %s", (_, model) => {
    it.each([1, 2, 5, 6])("writes what it does whole, each place once, for %s samples", (batch) => {
      const runs = Object.values(runsOf(model, 6));
      for (const run of runs) expect(expectParts(run, batch).length).toBeGreaterThan(0);
    });
  });

  it("writes what it does whole, each place once, of random nets", () => {
    const nets = fc.sample(recipes(7, true), { numRuns: 30, seed: 4 });
    const dealt = nets.flatMap((recipe) =>
      Object.values(runsOf(modelOf(recipe), 4)).flatMap((run) => expectParts(run, 3)),
    );
    expect(dealt.length).toBeGreaterThan(50);
  });

  it("deals out samples, and what is inside of them as far as that is needed", () => {
    const { inference, training, update } = runsOf(uneven, 6);
    const levels = [inference, training].flatMap((run) => expectParts(run, 6));
    expect(levels.filter((extents) => extents[0] === "batch").length).toBeGreaterThan(10);
    expect(levels).toContainEqual(["batch", 15, 13]);
    expect(expectParts(update, 1)).toEqual([[expect.any(Number)]]);
  });
});

/** With the gradients, of what is given as an input. */
describe.each(Object.keys(ops) as OpName[])("%s in parts", (name) => {
  const modes = opOf(name).training
    ? (["inference", "training"] as const)
    : (["inference"] as const);
  for (const sample of samplesOf(name))
    for (const mode of modes)
      it(`of ${sample.title}, ${mode}: each element once, the same bits`, () => {
        const g = new GraphBuilder();
        const fed = sample.build(g);
        const out = g.add(name, fed.operands as never, sample.attrs as never); // as the op declares them
        const expanded = expand(g.graph("sample", { out }), mode);
        const owed = { name: "owed", shape: out.shape };
        const { program, total } = dot(expanded.program, [[out, owed]], "total");
        const derived = derive(program, total, fed.differentiable).program;
        const run = assemble({
          program: { ...derived, outputs: [...new Set([out, ...derived.outputs])] },
          batched: new Set(),
          maxBatch: 1,
          fixed: new Map(),
          inputs: derived.inputs,
          base: 16,
          target: "wasm",
          threads: true,
          layout: "nchw",
          precision: "fast",
          constants: new Set(),
        });
        expectParts(run, 1);
      });
});
