import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../codegen/compile.ts";
import type { CompileOptions } from "../../codegen/options.ts";
import { batchNorm, conv2d, crossEntropy, defineModel, dropout, flatten } from "../../src/index.ts";
import { gelu, linear, maxPool2d, relu, sgd } from "../../src/index.ts";
import { flatten as flat, type Given, type Net } from "../support/net.ts";
import { random } from "../support/samples.ts";

/** With all that keeps something from call to call: parameters, running averages, an optimizer's memory, drawn numbers. */
const model = defineModel({
  name: "mixed",
  inputs: { image: [3, 9, 9] },
  outputs({ image }) {
    const a = relu(batchNorm(conv2d(image, { filters: 13, kernel: 3, padding: 1 })));
    const b = dropout(maxPool2d(a, { kernel: 2 }), { p: 0.2 });
    const c = gelu(conv2d(b, { filters: 6, kernel: 3 }));
    return linear(relu(linear(flatten(c), { units: 11 })), { units: 5 });
  },
  train: { loss: crossEntropy(), optimizer: sgd({ learningRate: 0.05, momentum: 0.9 }) },
});

const maxBatch = 7;
const images = (batch: number, seed: number) =>
  Float32Array.from(random([batch, 3, 9, 9], -1, 1, seed));
const labels = (batch: number, seed: number) =>
  Int32Array.from(random([batch], 0, 5, seed), Math.floor);

/** Training steps with batches of all sizes, and what each of them said. */
const trained = (net: Net, steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => {
    const batch = 1 + (step % maxBatch);
    return net.trainStep(images(batch, step), labels(batch, step));
  });

const outputs = (net: Net, batch = 3, seed = 900) =>
  net.forward(images(batch, seed)) as Float32Array; // one output
const copied = (net: Net) => new Map([...flat(net.parameters)].map(([k, v]) => [k, v.slice()]));

const forms: readonly (readonly [string, CompileOptions])[] = [
  ["target ts", { target: "ts" }],
  ["target wasm", { target: "wasm" }],
  ["target wasm, its kernels in a file", { target: "wasm", wasm: "file" }],
];

describe.each(forms)("nets of one module, %s,", (_, options) => {
  let folder = "";
  let create: (given?: Given) => Net;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kernelsmith-"));
    const { files } = await compile(model, { ...options, maxBatch, format: "js" });
    for (const { name, text } of files)
      await writeFile(join(folder, name.replace(/\.js$/, ".mjs")), text);
    const url = pathToFileURL(join(folder, "mixed.mjs")).href;
    const { createMixed }: { createMixed: typeof create } = await import(/* @vite-ignore */ url);
    const wasm = files.find(({ name }) => name.endsWith(".wasm"))?.text;
    create = (given) => createMixed({ ...given, wasm });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("each have their own memory", () => {
    const [one, other] = [create({ seed: 1 }), create({ seed: 1 })];
    const before = { view: outputs(other), parameters: copied(other) };
    const kept = before.view.slice();
    trained(one, 3);
    outputs(one, maxBatch, 901);
    expect(before.view).toEqual(kept);
    expect(flat(other.parameters)).toEqual(before.parameters);
    expect(outputs(other)).toEqual(kept);
    expect(outputs(one)).not.toEqual(kept);
  });

  it("each have their own running averages, steps and optimizer's memory", () => {
    const [one, other] = [create({ seed: 1 }), create({ seed: 1 })];
    const losses = trained(one, 5);
    expect(trained(other, 5)).toEqual(losses);
    expect(flat(other.parameters)).toEqual(flat(one.parameters));
    const before = outputs(one).slice();
    other.load(create({ seed: 2 }).save());
    expect(flat(other.parameters)).not.toEqual(flat(one.parameters));
    expect(outputs(one)).toEqual(before);
  });

  it("come to the same bits from the same seed, whatever they did before", () => {
    const [fresh, used] = [create({ seed: 4 }), create({ seed: 5 })];
    trained(used, 9);
    used.gradients(images(maxBatch, 5), labels(maxBatch, 5));
    used.evaluate(images(2, 6), labels(2, 6));
    used.reset(4);
    const between = create({ seed: 6 });
    const losses: number[] = [];
    for (let round = 0; round < 20; round++) {
      losses.push(...trained(fresh, 10));
      trained(between, 2);
    }
    const again = Array.from({ length: 20 }, () => trained(used, 10)).flat();
    expect(again).toEqual(losses);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(flat(used.parameters)).toEqual(flat(fresh.parameters));
    expect(outputs(used)).toEqual(outputs(fresh));
    expect(used.save()).toEqual(fresh.save());
  });

  it("compute the same for a sample alone as among others", () => {
    const net = create({ seed: 1 });
    const all = outputs(net, maxBatch, 7).slice();
    for (let n = 0; n < maxBatch; n++) {
      const alone = net.forward(images(maxBatch, 7).subarray(n * 243, (n + 1) * 243));
      expect(alone).toEqual(all.slice(n * 5, (n + 1) * 5));
    }
  });
});
