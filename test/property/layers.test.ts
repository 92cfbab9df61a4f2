import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codes, KernelsmithError } from "../../src/diagnostics.ts";
import { expand } from "../../src/graph/expand.ts";
import * as all from "../../src/graph/layers/index.ts";
import { losses } from "../../src/graph/losses.ts";
import { defineModel, type Model } from "../../src/graph/model.ts";
import { optimizers } from "../../src/graph/optimizers.ts";
import { Tensor } from "../../src/graph/tensor.ts";
import { odd } from "./options.ts";

const runs = Number(process.env["KERNELSMITH_RUNS"] ?? 1);
const seed = Number(process.env["KERNELSMITH_SEED"] ?? 1);

type Layer = (...args: readonly unknown[]) => unknown;
const layers = Object.entries(all).filter(([, f]) => typeof f === "function") as [string, Layer][]; // layers are what the folder exports

const size = fc.constantFrom(1, 2, 3, 4, 4, 5, 6);
const shape = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(size, size, size) },
  { weight: 1, arbitrary: fc.tuple(size, size) },
  { weight: 2, arbitrary: fc.array(size, { minLength: 1, maxLength: 4 }) },
);

const few = fc.integer({ min: 0, max: 4 });
const value = fc.oneof(
  { weight: 6, arbitrary: few },
  { weight: 2, arbitrary: fc.tuple(few, few) },
  { weight: 2, arbitrary: fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom("same", "valid", "reflect", "edge", "linear", "mean") },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: odd },
);

/** What most calls give for options without a default. */
const sensible: { readonly [option: string]: unknown } = {
  ...{ filters: 2, units: 3, kernel: 1, size: 2, scale: 2, groups: 1, parts: 1 },
  ...{ from: 0, axis: 0 },
};

/** A size or a scale, not both. */
const either = (name: string, names: readonly string[]) =>
  name === "size" && names.includes("scale");

const optionsFrom = (
  names: readonly string[],
): fc.Arbitrary<{ readonly [name: string]: unknown }> =>
  fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          { weight: 6, arbitrary: fc.constant(either(name, names) ? undefined : sensible[name]) },
          { weight: 1, arbitrary: value },
        ),
      ]),
    ),
  );

describe("any call of a layer gives a tensor, or a coded message that names the place:", () => {
  for (const [name, layer] of layers)
    it(name, () => {
      const options = optionsOf(name, layer);
      let gave = 0;
      fc.assert(
        fc.property(
          shape,
          fc.oneof(
            { weight: 3, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: shape },
          ),
          optionsFrom(options),
          fc.constantFrom<Feed[]>(...feeds),
          odd,
          (x, other, given, feed, strange) => {
            const good = givesTensors(() =>
              model({ x, y: other ?? x }, ({ x, y }) => layer(...feed(x, y, given, strange))),
            );
            if (good) gave++;
          },
        ),
        { numRuns: 100 * runs, seed },
      );
      expect(gave).toBeGreaterThan(0);
    });
});

describe("any options of a loss give a model, or a coded message:", () => {
  for (const [name, loss] of Object.entries(losses) as [string, Layer][])
    // whatever they are fed
    it(name, () => {
      const options = ["of", "target", "classWeights", "labelSmoothing", "ignoreIndex", "delta"];
      fc.assert(
        fc.property(shape, optionsFrom(options), (x, given) => {
          expectModel(() =>
            defineModel({
              inputs: { x },
              outputs: ({ x }) => all.relu(x),
              train: { loss: loss(given) as never }, // sensible or not
            }),
          );
        }),
        { numRuns: 100 * runs, seed },
      );
    });
});

describe("any options of an optimizer give one, or a coded message:", () => {
  for (const [name, make] of Object.entries(optimizers) as [string, Layer][])
    // whatever they are fed
    it(name, () => {
      const options = ["learningRate", "momentum", "nesterov", "dampening", "weightDecay"];
      const more = ["betas", "epsilon", "alpha", "centered", "clipNorm", "amsgrad"];
      fc.assert(
        fc.property(optionsFrom([...options, ...more]), (given) => {
          coded(() => make(given));
        }),
        { numRuns: 100 * runs, seed },
      );
    });
});

/** How arguments are handed over: mostly as a layer takes them. */
type Feed = (x: Tensor, y: Tensor, options: object, strange: unknown) => readonly unknown[];
const feeds: readonly Feed[] = [
  ...Array.from({ length: 5 }, (): Feed => (x, _, options) => [x, options]),
  (x, y, options) => [x, y, options],
  (x, y, options) => [[x, y], options],
  (x) => [x],
  (x, y) => [x, y],
  (x, y) => [[x, y, x]],
  (x, _, options) => [x, [-1], options],
  (x, _, options) => [x, x.shape.map((_, d) => x.shape.length - 1 - d), options],
  (x, _, options, strange) => [x, strange, options],
  (_, __, options, strange) => [strange, options],
  (x, _, __, strange) => [x, strange],
  () => [],
];

/** What a layer says it takes when it is given what nobody takes. */
function optionsOf(name: string, layer: Layer): readonly string[] {
  const told: string[] = [];
  const ask = (shape: readonly number[], feed: Feed) => {
    try {
      model({ x: shape, y: shape }, ({ x, y }) => layer(...feed(x, y, { nobody: 1 }, 0)));
    } catch (error) {
      const fix = error instanceof KernelsmithError ? error.diagnostic.fix : undefined;
      told.push(...(/^It takes (.*)\.$/.exec(fix ?? "")?.[1]?.split(", ") ?? []));
    }
  };
  for (const feed of feeds.slice(4, 7)) for (const s of [[2, 4, 4], [4, 4], [4]]) ask(s, feed);
  return [...new Set(told)].filter((option) => option !== "name" && /^\w+$/.test(option));
}

type Inputs = { readonly x: Tensor; readonly y: Tensor };

function model(
  inputs: { x: readonly number[]; y: readonly number[] },
  act: (of: Inputs) => unknown,
) {
  let found: unknown;
  const made = defineModel({
    inputs,
    outputs(fed) {
      found = act(fed as unknown as Inputs); // the shapes are not known to the types
      return fed.x as Tensor;
    },
  });
  return { found, made };
}

/** The result, or nothing where it was refused with a code, in words, and with the line of the call. */
function coded<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    const { code, at } = error.diagnostic;
    expect(codes).toHaveProperty(code);
    expect(error.message).not.toMatch(/\[object/);
    expect(at?.file).toMatch(/layers\.test\.ts$/);
    return undefined;
  }
}

/** Whether it gave tensors; then of the shapes that they say. */
function givesTensors(act: () => { found: unknown; made: Model }): boolean {
  const result = coded(act);
  if (!result) return false;
  for (const tensor of [result.found].flat()) {
    expect(tensor).toBeInstanceOf(Tensor);
    const { shape, raw } = tensor as Tensor; // as just checked
    expect(shape).toEqual(raw.shape.slice(1));
    for (const n of raw.shape) expect(Number.isSafeInteger(n) && n > 0).toBe(true);
  }
  expectModel(() => result.made);
  return true;
}

/** It can be built for other batches, trained or not, and expanded. */
function expectModel(make: () => Model): void {
  const made = coded(make);
  if (!made) return;
  for (const batch of [2, 5]) {
    const { graph, training } = made.build(batch, made.train.loss);
    expand(graph, "inference");
    if (training) expand(training.graph, "training");
  }
}
