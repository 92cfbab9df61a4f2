import { describe, expect, it } from "vitest";
import { expand } from "../src/graph/expand.ts";
import { GraphBuilder } from "../src/graph/graph.ts";
import { gradient } from "../src/graph/backward.ts";
import { simplify } from "../src/rewrite/rewrite.ts";
import { ops } from "../src/ops/index.ts";
import { evaluate } from "../src/tensor/evaluate.ts";
import { samplesOf } from "./support/samples.ts";

/** Each op of the registry, at each of its samples: the derived gradient is what differences say. */
for (const name of Object.keys(ops) as (keyof typeof ops)[]) {
  describe(name, () => {
    for (const sample of samplesOf(name)) {
      for (const mode of ["inference", "training"] as const) {
        it(`${sample.title}, ${mode}: derived gradient = central differences`, () => {
          const g = new GraphBuilder();
          const fed = sample.build(g);
          const out = g.add(name, fed.operands as never, sample.attrs as never);
          const graph = g.graph("sample", { out });
          const { program, step } = expand(graph, mode);
          const owed = { name: "owed", shape: out.shape };
          const derived = gradient(program, [{ of: out, owed }], fed.differentiable);
          const values = new Map([...fed.values, [step, Float64Array.of(3)]]);
          values.set(owed, sample.random(out.shape, -1, 1, 99));
          const plain = evaluate(derived.program, values);
          const simplified = evaluate(simplify(derived.program), values);
          const total = () => {
            const y = evaluate(program, values).get(out) ?? [];
            return y.reduce((sum, v, i) => sum + v * (values.get(owed)?.[i] ?? 0), 0);
          };
          for (const tensor of fed.differentiable) {
            const adjoint = derived.adjoints.get(tensor);
            const found = adjoint && plain.get(adjoint);
            const data = values.get(tensor);
            if (!found || !data) throw new Error(`no gradient for ${tensor.name}`);
            for (let i = 0; i < data.length; i++) {
              const before = data[i] ?? 0;
              const h = 1e-5;
              data[i] = before + h;
              const up = total();
              data[i] = before - h;
              const down = total();
              data[i] = before;
              const difference = (up - down) / (2 * h);
              expect(Math.abs((found[i] ?? NaN) - difference)).toBeLessThan(
                1e-6 * Math.max(1, Math.abs(difference)),
              );
            }
            expect([...(simplified.get(adjoint) ?? [])].map(round)).toEqual([...found].map(round));
          }
        });
      }
    }
  });
}

const round = (v: number) => Number(v.toPrecision(9)) + 0;
