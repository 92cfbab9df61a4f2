import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompileOptions, Target } from "../../codegen/options.ts";
import type { EmbeddedWeights } from "../../codegen/typescript/weights.ts";
import { sgd } from "../../src/graph/optimizers.ts";
import { flatten, type Given, moduleOf, type Net, type Tree } from "../support/net.ts";
import { fed } from "./fed.ts";
import { cookModel, modelOf, type Recipe, recipes } from "./nets.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);

/** How a random net is compiled and used, whatever the target. */
interface Use {
  readonly batch: number;
  /** Samples that there is room for beside them. */
  readonly spare: number;
  readonly layout: "nchw" | "nhwc";
  readonly precision: "fast" | "strict";
  readonly inputGradients: boolean;
  /** Bits: the parameters that are not trained. */
  readonly frozen: number;
  readonly weights: EmbeddedWeights["place"] | undefined;
  readonly optimizer: keyof typeof optimizers;
  readonly steps: number;
}

/** None that divides by a gradient's size: of a gradient that is 0 in truth, it makes noise as large as any. */
const optimizers = {
  sgd: sgd({ learningRate: 0.05 }),
  momentum: sgd({ learningRate: 0.02, momentum: 0.9, weightDecay: 0.01 }),
  nesterov: sgd({ learningRate: 0.02, momentum: 0.8, nesterov: true }),
  clipped: sgd({ learningRate: 0.1, clipNorm: 0.5 }),
};

const uses: fc.Arbitrary<Use> = fc.record({
  batch: fc.integer({ min: 1, max: 5 }),
  spare: fc.constantFrom(0, 1, 3),
  layout: fc.constantFrom("nchw", "nhwc"),
  precision: fc.constantFrom("fast", "strict"),
  inputGradients: fc.boolean(),
  frozen: fc.oneof(fc.constant(0), fc.nat()),
  weights: fc.constantFrom(undefined, "inside", "beside"),
  optimizer: fc.constantFrom("sgd", "momentum", "nesterov", "clipped"),
  steps: fc.integer({ min: 1, max: 4 }),
});

/** What was wrong once: a norm where the loss was. */
const examples: [Recipe, Use][] = [
  [
    { wide: true, shape: [16, 1, 2], steps: [{ move: "elu", from: 0, drawn: 0 }] },
    {
      ...{ batch: 1, spare: 0, layout: "nchw", precision: "fast", inputGradients: false },
      ...{ frozen: 0, weights: undefined, optimizer: "clipped", steps: 1 },
    },
  ],
];

describe("a net of the target wasm computes what the same net of the target ts does:", () => {
  const what =
    "outputs, loss, gradients and training steps, whatever the batch, the layout, what is frozen " +
    "and where the weights stand";
  it(what, () =>
    fc.assert(
      fc.asyncProperty(recipes(7, true), uses, async (recipe, use) => {
        const [plain, fast] = [await lived(recipe, use, "ts"), await lived(recipe, use, "wasm")];
        for (const [k, { when, numbers }] of plain.entries())
          expectClose(fast[k]?.numbers ?? new Map(), numbers, when);
      }),
      { numRuns: 25 * runs, seed, examples },
    ),
  );
});

type Numbers = ReadonlyMap<string, Float32Array>;

/** All that a net says while it is used. */
async function lived(recipe: Recipe, use: Use, target: Target) {
  const net = await made(recipe, use, target);
  const said: { readonly when: string; readonly numbers: Numbers }[] = [];
  const note = (when: string, numbers: Tree) =>
    said.push({
      when,
      numbers: new Map([...flatten(numbers)].map(([k, v]) => [k, v.slice()])),
    });
  note("as made", net.parameters);
  const { x, target: aim } = fed(recipe, use.batch, net);
  const half = fed(recipe, Math.ceil(use.batch / 2), net);
  const number = (value: number) => Float32Array.of(value);
  const output = (of: Float32Array) => net.forward(of) as Float32Array; // nets have one output
  note("forward", { y: output(x) });
  const { loss, ...gradients } = net.gradients(x, aim);
  note("gradients", { ...gradients, loss: number(loss) });
  for (let step = 1; step <= use.steps; step++) {
    note(`step ${step}`, { loss: number(net.trainStep(x, aim)) });
    note(`after step ${step}`, net.parameters);
    note(`forward after step ${step}`, { y: output(half.x) });
  }
  note("evaluate", { loss: number(net.evaluate(x, aim).loss) });
  return said;
}

async function made(recipe: Recipe, use: Use, target: Target): Promise<Net> {
  const { net: cooked, graph } = cookModel(recipe, 2);
  const kept = graph.variables.filter((v) => v.role === "parameter" || v.role === "state");
  const names = kept.filter((v) => v.role === "parameter").map((v) => v.tensor.name);
  const weights = new Map(
    kept.map(({ tensor }) => {
      const values = Float32Array.from(cooked.values.get(tensor) ?? []);
      return [tensor.name, { shape: tensor.shape, values }] as const;
    }),
  );
  const options: CompileOptions = {
    target,
    maxBatch: use.batch + use.spare,
    layout: use.layout,
    precision: use.precision,
    optimizer: optimizers[use.optimizer],
    inputGradients: use.inputGradients ? ["x0"] : [],
    freeze: names.filter((_, i) => i > 0 && ((use.frozen >> i) & 1) === 1),
    ...(use.weights ? { weights: { place: use.weights, weights } } : undefined),
  };
  const { create, beside } = await moduleOf(modelOf(recipe), options);
  const given: Given =
    use.weights === "beside" ? { parameters: beside.get("safetensors") } : { seed: 3 };
  return create(given);
}

/** To 2e-4 of the greatest of them, as float32 rounds on its way; what is no number is none of both. */
function expectClose(found: Numbers, wanted: Numbers, when: string): void {
  expect([...found.keys()], when).toEqual([...wanted.keys()]);
  const all = [...wanted.values()].flatMap((data) => [...data].map(Math.abs));
  const most = Math.max(0.1, ...all.filter(Number.isFinite));
  for (const [name, want] of wanted)
    for (const [i, w] of want.entries()) {
      const v = found.get(name)?.[i] ?? Infinity;
      const same = Object.is(v, w) || Math.abs(v - w) / most <= 2e-4;
      expect(same, `${when}: ${name}[${i}] is ${v}, not ${w}`).toBe(true);
    }
}
