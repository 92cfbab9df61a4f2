import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import { followBatch } from "../../codegen/schedule/batch.ts";
import { expand } from "../../src/graph/expand.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { type Program, size } from "../../src/tensor/program.ts";
import { derive, dot } from "../support/derive.ts";
import { runCompiled } from "../support/run.ts";
import { random } from "../support/samples.ts";
import { cook, type Recipe, recipes } from "./nets.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);
const maxBatch = 4;

/** What was wrong once: lanes that do not count were loaded from beyond the memory. */
const examples: [Recipe, number][] = [
  [{ shape: [3, 1, 2], steps: [{ move: "transposed", from: 0, drawn: 19 }] }, 1],
];

describe("random nets", () => {
  it("every target's kernels compute, for a part of the batch, what the evaluator says, gradients too", () => {
    fc.assert(
      fc.property(recipes(8), fc.integer({ min: 1, max: 3 }), (recipe, batch) => {
        const exact = instance(recipe, batch, batch);
        const wide = instance(recipe, maxBatch, batch);
        const wanted = evaluate(exact.program, exact.values);
        const flow = followBatch(wide.program, wide.batched).tensors;
        const padded = new Map(
          [...wide.values].map(([tensor, data]) => [tensor, filled(tensor, data)]),
        );
        const all = exact.program.outputs.flatMap((t) => [...(wanted.get(t) ?? [])]);
        const most = Math.max(1, ...all.map(Math.abs));
        for (const target of targets) {
          const found = runCompiled(target, wide.program, padded, wide.batched, maxBatch, batch);
          for (const [i, tensor] of wide.program.outputs.entries()) {
            const want = wanted.get(exact.program.outputs[i] ?? tensor) ?? new Float64Array();
            const made = found.get(tensor) ?? new Float64Array();
            const held = flow.has(tensor) ? (made.length / maxBatch) * batch : made.length;
            expectClose(made.subarray(0, held), want, 5e-5 * most, `${target}: ${tensor.name}`);
          }
        }
      }),
      { numRuns: 120 * runs, seed, examples },
    );
  });

  it("derived gradients are differences along random directions", () => {
    fc.assert(
      fc.property(recipes(6), (recipe) => {
        const { program, total, values, gradients } = instance(recipe, 2, 2);
        const found = evaluate(program, values);
        const along = new Map(
          [...gradients.keys()].map((t, i) => [t, random(t.shape, -1, 1, 300 + i)] as const),
        );
        const at = (by: number) => {
          const moved = new Map(values);
          for (const [tensor, v] of along)
            moved.set(
              tensor,
              (values.get(tensor) ?? v).map((x, i) => x + by * (v[i] ?? 0)),
            );
          return evaluate(program, moved).get(total)?.[0] ?? NaN;
        };
        const h = 1e-6;
        const slope = (at(h) - at(-h)) / (2 * h);
        let [sum, scale] = [0, 1e-2];
        for (const [tensor, adjoint] of gradients)
          for (const [i, d] of (found.get(adjoint) ?? []).entries()) {
            sum += d * (along.get(tensor)?.[i] ?? 0);
            scale += Math.abs(d);
          }
        expect(Math.abs(sum - slope) / scale).toBeLessThan(1e-6);
      }),
      { numRuns: 150 * runs, seed },
    );
  });
});

/** A net with the sum of what it computes, each element with a weight, and the gradients of that. */
function instance(recipe: Recipe, batch: number, samples: number) {
  const { net, out } = cook(recipe, batch, samples);
  const graph = net.g.graph("net", { out });
  const expanded = expand(graph, net.training ? "training" : "inference");
  const owed: Tensor = { name: "owed", shape: out.shape };
  const kept = { ...expanded.program, outputs: [out, ...expanded.updates.map((u) => u.value)] };
  const weighed = dot(kept, [[out, owed]], "total");
  const wrt = graph.variables.filter((v) => v.role !== "state").map((v) => v.tensor);
  const derived = derive(weighed.program, weighed.total, wrt);
  const values = new Map([...net.values, [expanded.step, Float64Array.of(3)] as const]);
  const rows = [samples, ...out.shape.slice(1)];
  values.set(owed, random(rows, -1, 1, 99).map(Math.fround));
  const gradients = new Map(
    wrt.flatMap((t) => {
      const adjoint = derived.adjoints.get(t);
      return adjoint ? [[t, adjoint] as const] : [];
    }),
  );
  const program: Program = {
    ...derived.program,
    outputs: [...new Set([...kept.outputs, weighed.total, ...gradients.values()])],
  };
  const inputs = graph.variables.filter((v) => v.batched).map((v) => v.tensor);
  return { program, total: weighed.total, values, gradients, batched: new Set([...inputs, owed]) };
}

/** NaN for samples that are not there. */
function filled(tensor: Tensor, data: Float64Array): Float64Array {
  const made = new Float64Array(size(tensor.shape)).fill(NaN);
  made.set(data);
  return made;
}

function expectClose(
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  bound: number,
  name: string,
): void {
  expect(got.length, name).toBe(want.length);
  for (let i = 0; i < want.length; i++) {
    const apart = Math.abs((got[i] ?? NaN) - (want[i] ?? NaN));
    expect(apart <= bound, `${name}[${i}] is ${got[i]}, not ${want[i]}`).toBe(true);
  }
}
