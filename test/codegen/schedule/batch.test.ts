import { describe, expect, it } from "vitest";
import { followBatch } from "../../../codegen/schedule/batch.ts";
import { schedule } from "../../../codegen/schedule/schedule.ts";
import { gradient } from "../../../src/graph/backward.ts";
import { expand } from "../../../src/graph/expand.ts";
import { GraphBuilder } from "../../../src/graph/graph.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";

const build = (act: (g: GraphBuilder, x: Tensor) => Tensor) => {
  const g = new GraphBuilder();
  const x = g.variable("x", [4, 3], "input", { batched: true });
  const out = act(g, x);
  return { x, out, ...expand(g.graph("model", { out }), "inference") };
};

describe("the batch is followed", () => {
  it("through layers, until it is reduced over", () => {
    const { program, x, out } = build((g, x) => g.add("reduceSum", { x: g.add("relu", { x }) }));
    const { tensors } = followBatch(program, new Set([x]));
    expect([...tensors].map((t) => t.name)).toEqual(["x", "relu1"]);
    expect(tensors.has(out)).toBe(false);
  });

  it("into adjoints that are the same for all samples", () => {
    const { program, x, out } = build((g, x) => g.add("reduceSum", { x }));
    const derived = gradient(program, [{ of: out }], [x]);
    const { tensors } = followBatch(derived.program, new Set([x]));
    expect([...tensors].map((t) => t.name)).toEqual(["x", "d.x"]);
    expect(schedule(derived.program, new Set([x])).batch.tensors).toEqual(tensors);
  });

  it("into a bias's sum over the samples, though what it sums is a constant", () => {
    const g = new GraphBuilder();
    const x = g.variable("x", [4, 3], "input", { batched: true });
    const bias = g.variable("bias", [3], "parameter");
    const out = g.add("reduceSum", { x: g.add("add", { a: x, b: bias }) });
    const { program } = expand(g.graph("model", { out }), "inference");
    const { nests, batch } = schedule(
      gradient({ ...program, outputs: [] }, [{ of: out }], [bias]).program,
      new Set([x]),
    );
    const sums = nests.flatMap((nest) => nest.stores.map((store) => store.body));
    expect(sums.map((body) => body.kind)).toEqual(["sum"]);
    for (const body of sums)
      expect(body.kind === "sum" && body.over.every((axis) => batch.axes.has(axis))).toBe(true);
  });
});

describe("no sample stands in another's place:", () => {
  const cases: { readonly [what: string]: (g: GraphBuilder, x: Tensor) => Tensor } = {
    "samples behind each other": (g, x) => g.add("concat", { xs: [x, x] }, { axis: 0 }),
    "samples along a new axis": (g, x) => g.add("unsqueeze", { x }, { axes: [0] }),
    "samples turned round": (g, x) => g.add("flip", { x }, { axes: [0] }),
    "samples moved behind the rest": (g, x) => g.add("transpose", { x }, { order: [1, 0] }),
    "samples flattened away": (g, x) => g.add("reshape", { x }, { shape: [12] }),
  };
  for (const [what, act] of Object.entries(cases))
    it(what, () => {
      const { program, x } = build(act);
      expect(() => followBatch(program, new Set([x]))).toThrow("KS106");
    });
});
