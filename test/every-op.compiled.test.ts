import { describe, expect, it } from "vitest";
import { targets } from "../codegen/options.ts";
import { expand } from "../src/graph/expand.ts";
import { GraphBuilder, opOf } from "../src/graph/graph.ts";
import { type OpName, ops } from "../src/ops/index.ts";
import { evaluate } from "../src/tensor/evaluate.ts";
import { derive, dot } from "./support/derive.ts";
import { runCompiled } from "./support/run.ts";
import { random, samplesOf } from "./support/samples.ts";

/** Each op of the registry: every target's kernels compute what the evaluator says, gradients too. */
for (const name of Object.keys(ops) as OpName[])
  describe(name, () => {
    const modes = opOf(name).training
      ? (["inference", "training"] as const)
      : (["inference"] as const);
    for (const sample of samplesOf(name))
      for (const mode of modes)
        it.each(targets)(`${sample.title}, ${mode}: compiled = evaluated, %s`, (target) => {
          const g = new GraphBuilder();
          const fed = sample.build(g);
          const out = g.add(name, fed.operands as never, sample.attrs as never); // as the op declares them
          const expanded = expand(g.graph("sample", { out }), mode);
          const owed = { name: "owed", shape: out.shape };
          const { program, total } = dot(expanded.program, [[out, owed]], "total");
          const derived = derive(program, total, fed.differentiable).program;
          const whole = { ...derived, outputs: [...new Set([out, ...derived.outputs])] };
          const values = new Map([...fed.values, [expanded.step, Float64Array.of(3)]]);
          values.set(owed, random(out.shape, -1, 1, 99));
          for (const [tensor, data] of values) values.set(tensor, data.map(Math.fround));
          const wanted = evaluate(whole, values);
          const found = runCompiled(target, whole, values);
          for (const tensor of whole.outputs.filter((t) => t !== total)) {
            const want = wanted.get(tensor) ?? [];
            const got = found.get(tensor) ?? [];
            const scale = Math.max(1e-3, ...[...want].map(Math.abs));
            for (const [i, v] of want.entries())
              expect(apart(v, got[i] ?? NaN) / scale, `${tensor.name}[${i}]`).toBeLessThan(1e-5);
          }
        });
  });

const apart = (a: number, b: number): number =>
  a === b || (Number.isNaN(a) && Number.isNaN(b))
    ? 0
    : Number.isNaN(a - b)
      ? Infinity
      : Math.abs(a - b);
