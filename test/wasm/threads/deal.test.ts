import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/assemble.ts";
import { expand } from "../../../src/graph/expand.ts";
import { GraphBuilder, opOf } from "../../../src/graph/graph.ts";
import { type OpName, ops } from "../../../src/ops/index.ts";
import { derive, dot } from "../../support/derive.ts";
import { samplesOf } from "../../support/samples.ts";
import { modelOf, recipes } from "../../property/nets.ts";
import { runsOf, uneven, wide } from "./models.ts";
import { expectParts } from "./parts.ts";

describe("a kernel in parts", () => {
  describe.each([
    ["of uneven sizes", uneven],
    ["of many channels", wide],
  ])("of a net %s", (_, model) => {
    it.each([1, 5, 6])("writes what it does whole, each place once, for %s samples", (batch) => {
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
