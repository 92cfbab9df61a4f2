import { describe, expect, it } from "vitest";
import { compile } from "../../codegen/compile.ts";
import { type CompileOptions, targets } from "../../codegen/options.ts";
import { hoist } from "../../codegen/schedule/hoist.ts";
import { schedule } from "../../codegen/schedule/schedule.ts";
import { expand } from "../../src/graph/expand.ts";
import { GraphBuilder } from "../../src/graph/graph.ts";
import { add, batchNorm, conv2d, crossEntropy, defineModel, flatten } from "../../src/index.ts";
import { linear, maxPool2d, relu, sgd, sigmoid } from "../../src/index.ts";
import { type OpName, ops } from "../../src/ops/index.ts";
import { evaluate } from "../../src/tensor/evaluate.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { flatten as flat, moduleText, type Net, netOf } from "../support/net.ts";
import { runCompiled } from "../support/run.ts";
import { random, samplesOf } from "../support/samples.ts";

/** Batch norms behind a bias, under a pool, on both ways of a sum, on a vector, in front of an activation. */
const normed = defineModel({
  name: "normed",
  inputs: { image: [2, 8, 8] },
  outputs({ image }) {
    const stem = maxPool2d(relu(batchNorm(conv2d(image, { filters: 6, kernel: 3 }))), {
      kernel: 2,
    });
    const left = batchNorm(conv2d(stem, { filters: 5, kernel: 1, bias: false }));
    const right = batchNorm(conv2d(stem, { filters: 5, kernel: 1 }), { affine: false });
    const hidden = batchNorm(linear(flatten(sigmoid(add(left, right))), { units: 7 }));
    return { logits: linear(relu(hidden), { units: 3 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: sgd({ momentum: 0.9 }) },
});

/** The same without a batch norm. */
const plain = defineModel({
  name: "plain",
  inputs: { image: [2, 8, 8] },
  outputs({ image }) {
    const stem = maxPool2d(relu(conv2d(image, { filters: 6, kernel: 3 })), { kernel: 2 });
    return { logits: linear(flatten(sigmoid(stem)), { units: 3 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }) },
});

const maxBatch = 4;
const images = (batch: number, seed: number) =>
  Float32Array.from(random([batch, 2, 8, 8], -1, 1, seed));
const labels = (batch: number) => Int32Array.from({ length: batch }, (_, i) => i % 3);

/** A net whose running averages and parameters are none of those that change nothing. */
async function netWith(options: CompileOptions): Promise<Net> {
  const net = await netOf(normed, { maxBatch, ...options });
  for (const [i, values] of [...flat(net.parameters).values()].entries())
    values.set(random([values.length], 0.3, 1.7, 50 + i));
  return net;
}

/** Outputs and loss by the evaluator, in float64, with the parameters the net has now. */
function truth(parameters: ReadonlyMap<string, Float32Array>, image: Float32Array) {
  const batch = image.length / 128;
  const { training } = normed.build(batch, normed.train.loss);
  if (!training) throw new Error("a model with a loss");
  const { program } = expand(training.graph, "inference");
  const data = new Map<string, ArrayLike<number>>(parameters);
  data.set("image", image).set("label", labels(batch));
  const values = program.inputs.map((tensor): [Tensor, Float64Array] => [
    tensor,
    Float64Array.from(data.get(tensor.name) ?? [0]),
  ]);
  const logits = training.graph.outputs["logits"];
  const outputs = [...(logits ? [logits] : []), training.loss];
  const found = evaluate({ ...program, outputs }, new Map(values));
  return {
    logits: (logits && found.get(logits)) ?? [],
    loss: found.get(training.loss)?.[0] ?? NaN,
  };
}

const copied = (net: Net) => new Map([...flat(net.parameters)].map(([k, v]) => [k, v.slice()]));

/** Forward is what the evaluator says of these parameters, and so is the loss. */
function expectTrue(
  net: Net,
  parameters: ReadonlyMap<string, Float32Array>,
  seed: number,
  batch = 3,
): void {
  const image = images(batch, seed);
  const { logits, loss } = truth(parameters, image);
  const found = net.forward(image) as Float32Array; // one output
  expect(found).toHaveLength(logits.length);
  for (const [i, want] of Array.from(logits).entries())
    expect(apart(want, found[i] ?? NaN)).toBeLessThan(1e-5 * Math.max(1, Math.abs(want)));
  const evaluated = net.evaluate?.(image, labels(batch)).loss ?? loss;
  expect(apart(loss, evaluated)).toBeLessThan(1e-5 * Math.max(1, loss));
}

describe.each(targets)("inference of a net with batch norms, target %s", (target) => {
  const made = () => netWith({ target });
  it("is what the evaluator says, call after call, whatever the batch", async () => {
    const net = await made();
    const parameters = copied(net);
    for (const [i, batch] of [1, 4, 2, 3].entries())
      for (const seed of [i, i]) expectTrue(net, parameters, seed, batch);
  });

  it("sees what is written through `parameters`, each time it is read", async () => {
    const net = await made();
    expectTrue(net, copied(net), 1);
    for (const name of copied(net).keys()) {
      const values = flat(net.parameters).get(name);
      for (const i of values?.keys() ?? []) values?.set([(values[i] ?? 0) * 1.5 + 0.1], i);
      expectTrue(net, flat(net.parameters), 2);
    }
  });

  it("sees what a kept view was given once `parameters` is read anew", async () => {
    const net = await made();
    const kept = flat(net.parameters);
    net.forward(images(1, 1));
    void net.parameters;
    kept.get("bn1.running_var")?.fill(0.01);
    kept.get("bn2.weight")?.fill(-3);
    expectTrue(net, kept, 1);
  });

  it("sees what is loaded", async () => {
    const net = await made();
    const other = new Map([...copied(net)].map(([k, v]) => [k, v.map((p) => p / 2 + 0.3)]));
    net.forward(images(4, 1));
    net.load(Object.fromEntries(other));
    expectTrue(net, other, 1);
  });

  it("sees a reset", async () => {
    const net = await made();
    net.forward(images(4, 1));
    net.reset(5);
    const fresh = await netOf(normed, { maxBatch, target }, 5);
    expect([...(net.forward(images(2, 3)) as Float32Array)]).toEqual([
      ...(fresh.forward(images(2, 3)) as Float32Array),
    ]);
  });

  it("sees a training step, of parameters and of running averages", async () => {
    const net = await made();
    const again = await netOf(normed, { maxBatch, target });
    for (const step of [1, 2, 3]) {
      net.forward(images(4, step));
      expect(net.trainStep(images(4, step), labels(4), 0.05)).toBeGreaterThan(0);
      const after = net.forward(images(3, step)) as Float32Array;
      again.load(net.save());
      expect([...after]).toEqual([...(again.forward(images(3, step)) as Float32Array)]);
      expectTrue(net, copied(net), step);
    }
  });

  it("is not disturbed by gradients, which use the same memory", async () => {
    const net = await made();
    const parameters = copied(net);
    expectTrue(net, parameters, 1);
    net.gradients(images(4, 2), labels(4));
    expectTrue(net, parameters, 3);
    net.gradients(images(4, 2), labels(4));
    const { loss } = truth(parameters, images(2, 4));
    expect(apart(loss, net.evaluate(images(2, 4), labels(2)).loss)).toBeLessThan(1e-5 * loss);
  });
});

describe("modules", () => {
  it("compute roots when parameters change, not when they run", async () => {
    const { plan } = await compile(normed, { maxBatch });
    const roots = (calls: readonly string[] = []) =>
      plan.kernels
        .filter(({ name }) => calls.some((call) => call.startsWith(`${name}(`)))
        .filter(({ text }) => text.includes("sqrt"));
    expect(roots(plan.prepare).length).toBeGreaterThan(0);
    expect(roots(plan.forward.calls)).toEqual([]);
    expect(roots(plan.evaluate?.calls)).toEqual([]);
  });

  it("prepare nothing, and are as they would be, without what is worth it", async () => {
    expect((await compile(plain, { maxBatch })).plan.prepare).toBeUndefined();
    expect(await moduleText(plain)).not.toMatch(/\bprepare\b|\bstale\b|get parameters/);
  });

  it("that only infer prepare too", async () => {
    const only = await netWith({ train: false });
    const parameters = copied(only);
    expectTrue(only, parameters, 1);
    const doubled = new Map([...parameters].map(([name, v]) => [name, v.map((p) => p * 2)]));
    only.load(Object.fromEntries(doubled));
    expectTrue(only, doubled, 1);
  });
});

/** Every op's first operand is data, all the others are parameters. */
describe.each(targets)("what is prepared of an op, target %s", (target) => {
  for (const name of Object.keys(ops) as OpName[])
    for (const sample of samplesOf(name))
      it(`${name} of ${sample.title}: compiled = evaluated`, () => {
        const g = new GraphBuilder();
        const fed = sample.build(g);
        const out = g.add(name, fed.operands as never, sample.attrs as never); // as the op declares them
        const { program, step } = expand(g.graph("sample", { out }), "inference");
        const values = new Map([...fed.values, [step, Float64Array.of(3)]] as const);
        const constants = new Set([...fed.values.keys()].slice(1));
        for (const [tensor, data] of values) values.set(tensor, data.map(Math.fround));
        const wanted = evaluate(program, values).get(out) ?? [];
        const found =
          runCompiled(target, program, values, new Set(), 1, 1, constants).get(out) ?? [];
        expect(found.length).toBe(wanted.length);
        const scale = Math.max(1e-3, ...Array.from(wanted, Math.abs).filter(Number.isFinite));
        for (const [i, want] of Array.from(wanted).entries())
          expect(apart(want, found[i] ?? NaN) / scale, `[${i}]`).toBeLessThan(1e-5);
      });
});

describe("what is prepared of an op", () => {
  it("is nothing for most, something for a batch norm", () => {
    const prepares = (name: OpName) =>
      samplesOf(name).some((sample) => {
        const g = new GraphBuilder();
        const fed = sample.build(g);
        const out = g.add(name, fed.operands as never, sample.attrs as never); // as the op declares them
        const { program } = expand(g.graph("sample", { out }), "inference");
        const given = new Set([...fed.values.keys()].slice(1));
        return hoist(schedule(program, new Set()), given).constants.size > given.size;
      });
    const found = (Object.keys(ops) as OpName[]).filter(prepares);
    expect(found).toContain("batchNorm");
    expect(found).not.toContain("conv2d");
    expect(found.length).toBeLessThan(10);
  });
});

const apart = (a: number, b: number): number =>
  Object.is(a, b) || a === b ? 0 : Number.isNaN(a - b) ? Infinity : Math.abs(a - b);
