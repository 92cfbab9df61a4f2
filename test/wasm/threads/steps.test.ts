import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "../../../codegen/assemble.ts";
import { homeOf } from "../../../codegen/memory/arena.ts";
import { usesBatch } from "../../../codegen/typescript/kernel.ts";
import { encode } from "../../../codegen/wasm/encode.ts";
import { kernelFunctions } from "../../../codegen/wasm/kernel.ts";
import { functionsFor, type MathName } from "../../../codegen/wasm/math/index.ts";
import { i32, type Node } from "../../../codegen/wasm/module.ts";
import { turnAt } from "../../../codegen/wasm/threads/bounds.ts";
import { deal } from "../../../codegen/wasm/threads/deal.ts";
import {
  fillJob,
  type Job,
  kernelJob,
  type Step,
  steps,
} from "../../../codegen/wasm/threads/job.ts";
import { modelOf, recipes } from "../../property/nets.ts";
import { random } from "../../support/samples.ts";
import { runsOf, uneven, wide } from "./models.ts";

const nothing: Node = i32(0);
const job = (name: string, cost: number, most: number, reads: string, writes: string) => {
  const stretches = (text: string) =>
    [...text].map((letter) => {
      const from = 10 * (letter.codePointAt(0) ?? 0);
      return { from, to: from + 10 };
    });
  const touched = { reads: stretches(reads), writes: stretches(writes) };
  return { name, node: nothing, most, cost: { fixed: cost, each: 0 }, ...touched };
};
const names = (found: readonly Step[]) =>
  found.map((step) => step.map((job) => ("name" in job ? job.name : "")).join(" "));

describe("jobs become steps", () => {
  it("together where none writes what another reads or writes", () => {
    const jobs = [
      job("a", 1, 1, "xy", "p"),
      job("b", 1, 1, "yz", "q"),
      job("reads p", 1, 1, "p", "r"),
      job("writes y", 1, 1, "s", "t"),
      job("writes t", 1, 1, "s", "t"),
      job("writes s", 1, 1, "", "s"),
    ];
    expect(names(steps(jobs))).toEqual(["a b", "reads p writes y", "writes t", "writes s"]);
  });

  it("begun with what takes a thread longest", () => {
    const jobs = [
      job("in parts", 100, 50, "a", "b"),
      job("whole", 20, 1, "a", "c"),
      job("small", 1, 1, "a", "d"),
    ];
    expect(names(steps(jobs))).toEqual(["whole in parts small"]);
  });

  it("of eight jobs at most", () => {
    const jobs = [..."abcdefghijk"].map((letter) => job(letter, 1, 1, "", letter));
    expect(steps(jobs).map((step) => step.length)).toEqual([8, 3]);
  });
});

type Act = () => void;

/** What the jobs of a run do to memory that starts the same, in an order of the test's. */
function memoryAfter(
  run: Run,
  maxBatch: number,
  batch: number,
  order: (steps: readonly (readonly Act[])[]) => readonly Act[],
): Int32Array {
  const math = new Set<MathName>();
  const deals = run.kernels.map(({ body }) => deal(body));
  const functions = run.kernels.flatMap((kernel, k) => {
    const written = kernelFunctions(`kernel${k}`, [], kernel, deals[k]);
    for (const name of written.math) math.add(name);
    return written.functions;
  });
  const size = run.arena.end + 16;
  const bytes = encode({
    memory: { pages: Math.ceil((4 * size) / 65536), shared: false },
    functions: [turnAt, ...functionsFor(math), ...functions],
    exports: run.kernels.map((_, k) => `kernel${k}`),
  });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const m = new Float32Array((exports["memory"] as WebAssembly.Memory).buffer, 0, size); // as the module has it
  m.set(random([size], 0.1, 1, 6));
  const jobs: Job[] = [];
  const acts = new Map<Job, readonly Act[]>();
  const add = (job: Job, ...act: Act[]) => {
    jobs.push(job);
    acts.set(job, act);
  };
  for (const [k, { body, pointers }] of run.kernels.entries()) {
    for (const { home, before } of run.arena.fills)
      if (before === k) {
        const { size, batched, fill } = home.storage;
        const end = home.offset + size * (batched ? batch : 1);
        add(
          fillJob(home, maxBatch, () => nothing),
          () => m.fill(fill, home.offset, end),
        );
      }
    const kernel = exports[`kernel${k}`] as (...numbers: number[]) => void;
    const at = pointers.map((p) => 4 * homeOf(run.arena, p.tensor).offset);
    const numbers = [...(usesBatch(body) ? [batch] : []), ...at];
    const parts = deals[k]
      ? [0, 1, 2].map((part) => () => kernel(part, 3, ...numbers))
      : [() => kernel(...numbers)];
    add(kernelJob(run, k, maxBatch, nothing, deals[k]), ...parts);
  }
  for (const act of order(steps(jobs).map((step) => step.flatMap((job) => acts.get(job) ?? []))))
    act();
  return new Int32Array(m.buffer, 0, size).slice();
}

describe("the parts of a step may run in any order", () => {
  const random = fc
    .sample(recipes(7, true), { numRuns: 20, seed: 9 })
    .map((recipe, i) => [`random ${i}`, modelOf(recipe)] as const);

  it.each([["uneven", uneven], ["wide", wide], ...random] as const)("%s", (_, model) => {
    for (const run of Object.values(runsOf(model, 4))) {
      const after = (order: (steps: readonly (readonly Act[])[]) => readonly Act[]) =>
        memoryAfter(run, 4, 3, order);
      const inOrder = after((steps) => steps.flat());
      const reversed = after((steps) => steps.flatMap((step) => [...step].reverse()));
      expect(Buffer.compare(Buffer.from(inOrder.buffer), Buffer.from(reversed.buffer))).toBe(0);
    }
  });

  it("but not those of several steps, or memory that is read would be empty", () => {
    const { training } = runsOf(uneven, 4);
    const after = (order: (steps: readonly (readonly Act[])[]) => readonly Act[]) =>
      memoryAfter(training, 4, 3, order);
    const [wrong, right] = [after((steps) => steps.flat().reverse()), after((s) => s.flat())];
    expect(Buffer.compare(Buffer.from(wrong.buffer), Buffer.from(right.buffer))).not.toBe(0);
  });
});
