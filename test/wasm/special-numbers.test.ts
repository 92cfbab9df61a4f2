import { describe, expect, it } from "vitest";
import { expand } from "../../src/graph/expand.ts";
import { GraphBuilder } from "../../src/graph/graph.ts";
import { type OpName, ops } from "../../src/ops/index.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import { size } from "../../src/tensor/program.ts";
import { derive, dot } from "../support/derive.ts";
import { runCompiled } from "../support/run.ts";
import { type SampleCase, samplesOf } from "../support/samples.ts";

/**
 * What is no number, infinite, −0 or subnormal goes through kernels of WebAssembly as IEEE 754 and the
 * evaluator have it: what is NaN there is NaN here, and nothing else is. Kernels of the target ts do not
 * promise that: they write choices as products, which infinities spoil.
 */
const specials = [NaN, Infinity, -Infinity, -0, 1e-45, -1e-40];

/** Ops whose laws hold for numbers alone, with what they make of the rest. */
const knownBetter: { readonly [K in "outputs" | "gradients"]: { readonly [op: string]: string } } =
  {
    outputs: { power: "√−∞ is NaN, (−∞)^½ is ∞" },
    gradients: {
      power: "as its outputs",
      pow: "log of a subnormal times 0",
      glu: "y · (1 − σ) where σ is NaN",
      maxPool2d: "which of several NaN is the greatest",
      adaptiveMaxPool2d: "which of several NaN is the greatest",
      globalMaxPool: "which of several NaN is the greatest",
    },
  };

/** Samples of each op. */
const most = { outputs: Infinity, gradients: 1 } as const;

for (const what of ["outputs", "gradients"] as const)
  describe(`${what} with special numbers are the evaluator's, target wasm:`, () => {
    for (const name of Object.keys(ops) as OpName[])
      it.skipIf(name in knownBetter[what])(name, () => {
        for (const sample of samplesOf(name).slice(0, most[what]))
          for (const special of specials) {
            const { program, values } = built(name, sample, special, what === "gradients");
            const wanted = evaluate(program, values);
            const found = runCompiled("wasm", program, values);
            for (const tensor of program.outputs)
              for (const [i, want] of (wanted.get(tensor) ?? new Float64Array()).entries()) {
                const got = found.get(tensor)?.[i];
                const place = `${tensor.name}[${i}] of ${special} is ${got}, not ${want}`;
                expect(same(got ?? 0, Math.fround(want)), place).toBe(true);
              }
          }
      });
  });

/** The op with a special number in several places of its first operand that has any; its output, or gradients. */
function built(name: OpName, sample: SampleCase, special: number, derived: boolean) {
  const g = new GraphBuilder();
  const fed = sample.build(g);
  const out = g.add(name, fed.operands as never, sample.attrs as never); // as the op declares them
  const { program, step } = expand(g.graph("sample", { out }), "inference");
  const values = new Map([...fed.values, [step, Float64Array.of(3)]] as const);
  for (const [tensor, data] of values) values.set(tensor, data.map(Math.fround));
  const data = values.get(fed.differentiable[0] ?? out) ?? new Float64Array();
  for (const i of [0, 1, Math.floor(data.length / 2), data.length - 1])
    if (i < data.length) data[i] = Math.fround(special);
  if (!derived) return { program, values };
  const owed = { name: "owed", shape: out.shape };
  values.set(owed, new Float64Array(size(out.shape)).fill(1));
  const weighed = dot(program, [[out, owed]], "total");
  const all = derive(weighed.program, weighed.total, fed.differentiable).program;
  const outputs = all.outputs.filter((t) => t !== weighed.total);
  return { program: { ...all, outputs }, values };
}

const same = (a: number, b: number): boolean =>
  a === b ||
  (Number.isNaN(a) && Number.isNaN(b)) ||
  (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b)));
