import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targets } from "../../codegen/options.ts";
import { expand } from "../../src/graph/expand.ts";
import { gradient } from "../../src/graph/backward.ts";
import { sgd } from "../../src/graph/optimizers.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import { flatten, moduleText, netOf } from "../support/net.ts";
import { fed, targetOf } from "./fed.ts";
import { cookModel, modelOf, type Recipe, recipes } from "./nets.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);
const options = { numRuns: 6 * runs, seed };
const batches = fc.integer({ min: 1, max: 3 });

describe.each(targets)("modules of random nets, target %s,", (kind) => {
  it("compute what the evaluator says: outputs, loss, gradients of parameters and inputs", () =>
    fc.assert(
      fc.asyncProperty(recipes(7), batches, async (recipe, batch) => {
        const net = await netOf(modelOf(recipe), {
          target: kind,
          maxBatch: 4,
          inputGradients: ["x0"],
          optimizer: sgd({ learningRate: 0.1, clipNorm: 1 }),
        });
        const { outputs, loss, gradients } = truth(recipe, batch);
        const { x, target } = fed(recipe, batch, net);
        expectClose(net.forward(x) as Float32Array, outputs); // one output
        const found = net.gradients(x, target);
        expect(Math.abs(found.loss - loss) / Math.max(1, Math.abs(loss))).toBeLessThan(1e-4);
        expectSame(flatten(found), gradients);
        if (!recipe.steps.some(({ move }) => move === "dropout"))
          expect(net.trainStep(x, target)).toBe(found.loss);
      }),
      options,
    ));

  it("have the same numbers whatever the most samples, and other samples beside them", () =>
    fc.assert(
      fc.asyncProperty(recipes(7), batches, async (recipe, batch) => {
        const [exact, wide] = [
          await netOf(modelOf(recipe), { target: kind, maxBatch: batch }),
          await netOf(modelOf(recipe), { target: kind, maxBatch: 5 }),
        ];
        const { x, target } = fed(recipe, batch, exact);
        const other = fed(recipe, 5, wide); // leaves traces of five samples
        wide.forward(other.x);
        wide.gradients(other.x, other.target);
        expectClose(
          wide.forward(x) as Float32Array,
          Float64Array.from(exact.forward(x) as Float32Array),
        ); // one output
        expectSame(
          flatten(wide.gradients(x, target)),
          doubled(flatten(exact.gradients(x, target))),
        );
      }),
      options,
    ));

  it("train the rest as before when some is frozen", () =>
    fc.assert(
      fc.asyncProperty(recipes(7), fc.nat(), async (recipe, chosen) => {
        const whole = await netOf(modelOf(recipe), { target: kind, maxBatch: 4 });
        const { x, target } = fed(recipe, 2, whole);
        const gradients = doubled(flatten(whole.gradients(x, target)));
        const names = [...gradients.keys()];
        const freeze = names.filter((_, i) => ((chosen >> i) & 1) === 1).slice(0, names.length - 1);
        const net = await netOf(modelOf(recipe), { target: kind, maxBatch: 4, freeze });
        fed(recipe, 2, net);
        for (const name of freeze) gradients.delete(name);
        expectSame(flatten(net.gradients(x, target)), gradients);
        const before = new Map([...flatten(net.parameters)].map(([k, v]) => [k, v.slice()]));
        net.trainStep(x, target);
        for (const name of freeze)
          expect(flatten(net.parameters).get(name)).toEqual(before.get(name));
      }),
      options,
    ));

  it("take and give channels last as they do channels first", () =>
    fc.assert(
      fc.asyncProperty(recipes(7), batches, async (recipe, batch) => {
        const asked = { target: kind, maxBatch: 4, inputGradients: ["x0"] };
        const first = await netOf(modelOf(recipe), asked);
        const last = await netOf(modelOf(recipe), { ...asked, layout: "nhwc" });
        const { x, target, shape } = fed(recipe, batch, first);
        fed(recipe, batch, last);
        const [lastX, lastTarget] = [channelsLast(x, recipe.shape), channelsLast(target, shape)];
        const wanted = channelsLast(first.forward(x) as Float32Array, shape); // one output
        expectClose(last.forward(lastX) as Float32Array, Float64Array.from(wanted)); // one output
        const given = new Map(flatten(first.gradients(x, target)));
        given.set("x0", channelsLast(given.get("x0") ?? new Float32Array(), recipe.shape));
        expectSame(flatten(last.gradients(lastX, lastTarget)), doubled(given));
      }),
      options,
    ));

  it("have the same text every time, in another process too", async () => {
    const made = fc.sample(recipes(7), { numRuns: 3, seed });
    const text = async (r: Recipe) => hash(await moduleText(modelOf(r), { target: kind }));
    const hashes = await Promise.all(made.map(text));
    expect(await Promise.all(made.map(text))).toEqual(hashes);
    const script = new URL("print-hashes.ts", import.meta.url).pathname;
    const printed = execFileSync("npx", ["tsx", script, kind], { input: JSON.stringify(made) });
    expect(JSON.parse(printed.toString())).toEqual(hashes);
  });
});

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** By the evaluator, in float64, for exactly these samples. */
function truth(recipe: Recipe, batch: number) {
  const { graph, training } = modelOf(recipe).build(batch, modelOf(recipe).train.loss);
  if (!training) throw new Error("a model with a loss");
  const { net } = cookModel(recipe, batch);
  const named = new Map([...net.values].map(([t, data]) => [t.name, data]));
  named.set("target", targetOf(training.graph.outputs["y"]?.shape ?? []));
  const values = (program: { inputs: readonly { name: string }[] }) =>
    new Map(
      program.inputs.map((t) => [t as never, named.get(t.name) ?? Float64Array.of(0)] as const), // tensors of the program
    );
  const inference = expand(graph, "inference").program;
  const [y] = inference.outputs;
  const outputs = y && evaluate(inference, values(inference)).get(y);
  const learned = expand(training.graph, "training").program;
  const wrt = training.graph.variables
    .filter((v) => v.role === "parameter" || v.role === "input")
    .map((v) => v.tensor);
  const derived = gradient(learned, [{ of: training.loss }], wrt);
  const found = evaluate(derived.program, values(derived.program));
  const gradients = new Map(
    wrt.map((t) => {
      const adjoint = derived.adjoints.get(t);
      return [t.name, (adjoint && found.get(adjoint)) ?? new Float64Array()] as const;
    }),
  );
  return {
    outputs: outputs ?? new Float64Array(),
    loss: found.get(training.loss)?.[0] ?? NaN,
    gradients,
  };
}

const doubled = (found: ReadonlyMap<string, Float32Array>) =>
  new Map([...found].map(([name, data]) => [name, Float64Array.from(data)] as const));

/** [n, c, h, w] → [n, h, w, c]; other shapes stay as they are. */
function channelsLast(data: Float32Array, shape: readonly number[]): Float32Array {
  const [c = 1, h = 1, w = 1] = shape;
  if (shape.length !== 3) return data.slice();
  return data.map((_, i) => {
    const sample = Math.floor(i / (c * h * w));
    const [at, channel] = [Math.floor((i % (c * h * w)) / c), i % c];
    return data[sample * c * h * w + channel * h * w + at] ?? NaN;
  });
}

function expectSame(
  found: ReadonlyMap<string, Float32Array>,
  wanted: ReadonlyMap<string, Float64Array>,
): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  const most = Math.max(0.1, ...[...wanted.values()].flatMap((data) => [...data].map(Math.abs)));
  for (const [name, want] of wanted) expectClose(found.get(name), want, name, most);
}

function expectClose(
  got: Float32Array | undefined,
  want: Float64Array,
  name = "output",
  most = Math.max(1, ...want.map(Math.abs)),
): void {
  expect(got?.length, name).toBe(want.length);
  for (const [i, w] of want.entries()) {
    const v = got?.[i] ?? NaN;
    expect(Math.abs(v - w) / most <= 1e-4, `${name}[${i}] is ${v}, not ${w}`).toBe(true);
  }
}
