import { describe, expect, it } from "vitest";
import { expand, type Mode } from "../../../src/graph/expand.ts";
import { type Fed, GraphBuilder, type Node, type Operands } from "../../../src/graph/graph.ts";
import { idle, ranges } from "../../../src/lint/rules/architecture/ranges.ts";
import { type OpName, ops } from "../../../src/ops/index.ts";
import { evaluate } from "../../../src/tensor/evaluate.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";
import { samplesOf } from "../../support/samples.ts";

/** What operands are made of before an op sees them: of every sign, of one, and held between bounds. */
const feeds: { readonly [title: string]: (g: GraphBuilder, x: Tensor) => Tensor } = {
  anything: (_, x) => x,
  "not below 0": (g, x) => g.add("relu", { x }),
  "not above 0": (g, x) => g.add("neg", { x: g.add("relu", { x }) }),
  "in [-1, 1]": (g, x) => g.add("hardTanh", { x }),
  "in [0, 1]": (g, x) => g.add("sigmoid", { x }),
  "in [0.5, 0.75]": (g, x) => g.add("clip", { x }, { min: 0.5, max: 0.75 }),
};

/** The op at each of its samples, fed in each way, evaluated. */
function* instances(name: OpName) {
  for (const { build, attrs, title } of samplesOf(name))
    for (const [feed, made] of Object.entries(feeds))
      for (const mode of ["inference", "training"] satisfies Mode[]) {
        const g = new GraphBuilder();
        const { operands, values, differentiable } = build(g);
        const of = (t: Tensor) => (differentiable.includes(t) ? made(g, t) : t);
        const fed: Operands = Object.fromEntries(
          Object.entries(operands).map(([key, t]) => [key, Array.isArray(t) ? t.map(of) : of(t)]),
        );
        const out = g.add(name, fed as Fed<typeof name>, attrs as never); // as the op declares them
        const node = g.nodes.at(-1) as Node; // just added
        const { program, step } = expand(g.graph("sample", { out, ...flat(fed) }), mode);
        const found = evaluate(program, new Map(values).set(step, Float64Array.of(3)));
        const [x] = Object.values(flat(fed));
        const valueOf = (t: Tensor | undefined) => (t && (found.get(t) ?? values.get(t))) ?? [];
        const range = ranges(g.nodes);
        yield { title: `${title}, ${feed}`, node, range, x, y: valueOf(out), fed: valueOf(x) };
      }
}

const flat = (fed: Operands): { readonly [name: string]: Tensor } =>
  Object.fromEntries([fed["x"] ?? fed["a"] ?? fed["xs"] ?? []].flat().map((t) => [t.name, t]));

describe("the range of what an op makes", () => {
  it.each(Object.keys(ops) as OpName[])("%s: holds all values", (name) => {
    for (const { title, node, range, y } of instances(name)) {
      const { least, most } = range(node.out);
      for (const value of y)
        if (!Number.isNaN(value)) {
          expect(value, title).toBeGreaterThanOrEqual(least);
          expect(value, title).toBeLessThanOrEqual(most);
        }
    }
  });
});

describe("an activation without effect", () => {
  const names = Object.keys(idle) as OpName[];
  it.each(names)("%s: gives back what it is fed, and is found", (name) => {
    const found = [...instances(name)].filter(
      ({ node, range, x }) => x && idle[name]?.(range(x), node),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { title, y, fed } of found) expect([...y], title).toEqual([...fed]);
  });
});
