import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import { codes, KernelsmithError } from "../../src/diagnostics.ts";
import { expand } from "../../src/graph/expand.ts";
import { GraphBuilder, opOf } from "../../src/graph/graph.ts";
import { type OpName, ops } from "../../src/ops/index.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import { derive, dot } from "../support/derive.ts";
import { runCompiled } from "../support/run.ts";
import { random } from "../support/samples.ts";
import { type Use, uses } from "./options.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);

/** Elements beyond which only the shape is looked at: the evaluator is slow. */
const largest = 3000;

describe("any sizes and options: a result that every target's kernels compute, or a coded message", () => {
  for (const name of Object.keys(ops) as OpName[])
    it(name, () => {
      let computed = 0;
      fc.assert(
        fc.property(uses(name), (use) => {
          const made = attempt(name, use);
          if (!made) return;
          for (const n of made.out.shape) expect(Number.isSafeInteger(n) && n > 0).toBe(true);
          if (made.work <= largest) computed++;
          if (made.work <= largest) expectComputed(made, opOf(name).differentiable !== false);
        }),
        { numRuns: 7 * runs, seed },
      );
      expect(computed).toBeGreaterThan(0);
    });
});

type Made = NonNullable<ReturnType<typeof attempt>>;

/** The node, with values for its operands; nothing where it was refused with a code. */
function attempt(name: OpName, { shapes, attrs, integers, range }: Use) {
  const g = new GraphBuilder();
  const values = new Map<Tensor, Float64Array>();
  const wrt: Tensor[] = [];
  let work = 0;
  const one = (key: string, shape: readonly number[], called = key): Tensor => {
    const tensor = g.variable(called, shape, "input");
    work += size(shape);
    if (size(shape) > largest) return tensor;
    const below = integers[key];
    const [least, most] = range[key] ?? [-2, 2];
    if (below === undefined) wrt.push(tensor);
    const drawn =
      below === undefined
        ? random(shape, least, most, values.size + 1).map(Math.fround)
        : random(shape, 0, below, values.size + 1).map(Math.floor);
    values.set(tensor, drawn);
    return tensor;
  };
  try {
    const operands = Object.fromEntries(
      Object.entries(shapes).map(([key, shape]) => [
        key,
        Array.isArray(shape[0])
          ? (shape as readonly (readonly number[])[]).map((s, i) => one(key, s, `${key}${i}`))
          : one(key, shape as readonly number[]),
      ]),
    );
    const out = g.add(name, operands as never, attrs as never); // sensible or not
    const node = g.nodes[g.nodes.length - 1];
    const window = Math.max(
      1,
      ...[node?.attrs["kernel"]].flatMap((k) => (Array.isArray(k) ? [k[0] * k[1]] : [1])),
    );
    return { g, out, values, wrt, work: (work + size(out.shape)) * window };
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    expect(codes).toHaveProperty(error.diagnostic.code);
    expect(error.message).not.toMatch(/undefined|\[object/);
    return undefined;
  }
}

/**
 * Outputs and gradients by the kernels are those by the evaluator, infinities included. Where the
 * definition is no number, as 0/0 is none, the kernels may know better: laws hold for numbers.
 */
function expectComputed({ g, out, values, wrt }: Made, differentiable: boolean): void {
  const expanded = expand(g.graph("use", { out }), "inference");
  const owed: Tensor = { name: "owed", shape: out.shape };
  const weighed = dot(expanded.program, [[out, owed]], "total");
  const derived = differentiable
    ? derive(weighed.program, weighed.total, wrt).program
    : expanded.program;
  const program = {
    ...derived,
    outputs: [...new Set([out, ...derived.outputs])].filter((t) => t !== weighed.total),
  };
  const fed = new Map([...values, [expanded.step, Float64Array.of(3)] as const]);
  fed.set(owed, random(out.shape, -1, 1, 99).map(Math.fround));
  const wanted = evaluate(program, fed);
  for (const target of targets) {
    const found = runCompiled(target, program, fed);
    for (const tensor of program.outputs) {
      const want = wanted.get(tensor) ?? new Float64Array();
      const got = found.get(tensor) ?? new Float64Array();
      expect(got.length).toBe(want.length);
      const most = Math.max(0.1, ...[...want].map(Math.abs).filter(Number.isFinite));
      for (const [i, w] of want.entries()) {
        const v = got[i] ?? NaN;
        const same = Number.isNaN(w) || v === w || Math.fround(w) === v;
        const close = same || Math.abs(v - w) / most < 2e-5;
        expect(close, `${target}: ${tensor.name}[${i}] is ${v}, not ${w}`).toBe(true);
      }
    }
  }
}
