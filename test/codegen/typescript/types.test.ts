import { describe, expect, it } from "vitest";
import { emit } from "../../../codegen/typescript/emit.ts";
import type { Plan, Port } from "../../../codegen/plan.ts";
import { checkedText, options, text, typeErrors } from "./module.ts";
import { inference, training } from "./tiny.ts";
import * as wasm from "./tiny-wasm.ts";

/** Two inputs, two outputs, an input gradient: whatever makes a record of what else is one tensor. */
const [image] = training.forward.inputs as [Port]; // the plan's only input
const mask: Port = { ...image, name: "mask", offset: 128 };
const extra: Port = { ...image, name: "extra-scores", shape: [2], offset: 100 };
const { training: step } = training;
const several: Plan = {
  ...training,
  name: "two-headed net",
  maxBatch: 3,
  forward: {
    ...training.forward,
    inputs: [image, mask],
    calls: ["loadImage(m, mask);", ...training.forward.calls],
    outputs: [...training.forward.outputs, extra],
  },
  evaluate: undefined,
  training: step && {
    ...step,
    inputs: [image, mask, ...step.inputs.slice(1)],
    calls: ["loadImage(m, mask);", ...step.calls],
    gradients: [...step.gradients, { name: "image", shape: [1, 2, 2], offset: 16, batched: true }],
  },
};

/** The same for several threads, as far as types are concerned. */
const threaded = (plan: Plan): Plan => ({
  ...plan,
  ...(plan.wasm ? { wasm: { ...plan.wasm, threads: { pages: 1 } } } : undefined),
});

describe("the types of a generated module", () => {
  it.each([
    ["Node", ["es2022"], ["node"]],
    ["a browser", ["es2022", "dom"], []],
    ["a worker", ["es2022", "webworker"], []],
  ])("hold, bodies and all, for %s", async (_, lib, types) => {
    const files = {
      "inference.ts": checkedText(await text(inference)),
      "training.ts": checkedText(await text(training)),
      "several.ts": checkedText(await text(several)),
      "inside.ts": checkedText(await text(wasm.training, { wasm: "inline" })),
      "file.ts": checkedText(await text(wasm.training, { wasm: "file" })),
      "module.ts": checkedText(await text(wasm.training, { wasm: "module" })),
      "threads.ts": checkedText(await text(threaded(wasm.training), { wasm: "inline" })),
      "threads-file.ts": checkedText(await text(threaded(wasm.inference), { wasm: "file" })),
      "platform.d.ts": `declare module "*.wasm?module" { const module: object; export default module; }`,
    };
    expect(await typeErrors(files, lib, types)).toEqual([]);
  });

  it("refuse what a person may get wrong", async () => {
    const files = {
      "tiny.ts": await text(training),
      "inference.ts": await text({ ...inference, name: "fixed" }),
      "app.ts": misuse,
    };
    expect(await typeErrors(files, ["es2022", "dom"])).toEqual([]);
  });

  it("are the same in a declaration file", async () => {
    const declared = async (plan: Plan) =>
      String((await emit(plan, { ...options, format: "js" }))[1]?.text);
    const files = {
      "tiny.d.ts": await declared(training),
      "inference.d.ts": await declared({ ...inference, name: "fixed" }),
      "app.ts": misuse.replaceAll('.ts";', '.js";'),
    };
    expect(await typeErrors(files, ["es2022", "dom"])).toEqual([]);
  });

  it.each(["ts", "js"] as const)("of kernels in a file are right in %s", async (format) => {
    const files = await emit(wasm.inference, { ...options, format, wasm: "file" });
    const types = String(files.find(({ name }) => /(\.d)?\.ts$/.test(name))?.text);
    const name = format === "ts" ? "tiny.ts" : "tiny.d.ts";
    const anywhere = { [name]: types, "app.ts": filed(format) };
    expect(await typeErrors(anywhere, ["es2022"])).toEqual([]);
    const app = filed(format) + engines;
    for (const lib of ["dom", "webworker"])
      expect(await typeErrors({ [name]: types, "app.ts": app }, ["es2022", lib])).toEqual([]);
  });

  it("name several inputs, outputs and gradients", async () => {
    const app = `
      import { createTwoHeadedNet, inputShape } from "./several.ts";
      const net = createTwoHeadedNet();
      const four = new Float32Array(4);
      const { logits, "extra-scores": extra } = net.forward(four, four);
      const slopes = net.gradients(four, four, [0]);
      const all: Float32Array[] = [logits, extra, slopes.image, slopes.linear1.weight];
      const sizes: readonly [1, 2, 2] = inputShape.mask;
      export { all, sizes };`;
    const files = { "several.ts": await text(several), "app.ts": app };
    expect(await typeErrors(files, ["es2022", "dom"])).toEqual([]);
  });
});

const misuse = `
import { createTiny, type TinyParameterSource } from "./tiny.ts";
import { createFixed } from "./inference.ts";

const net = createTiny({ seed: 1 });
const image = new Float32Array(4);

// What is right, so that the rest is wrong for its own reason.
const loss: number = net.trainStep(image, [1], 0.1) + net.trainStep(image, Uint8Array.of(1));
const batch: 8 = net.maxBatch;
const shape: readonly [1, 2, 2] = net.inputShape;
const scores: Float32Array = net.forward(image);
const { correct } = net.evaluate(image, Int32Array.of(0));
net.parameters.linear1.weight.set(net.gradients(image, [0]).linear1.weight);
new Blob([net.save()]);
const sources: TinyParameterSource[] = [
  net.save(),
  net.save().buffer,
  net.parameters,
  { linear1: { weight: [1, 2], bias: new Float32Array(3) } },
  { "linear1.weight": [1, 2], "linear1.bias": image },
];
createFixed({ parameters: sources[0] }).forward(image);
export { batch, correct, loss, scores, shape };

// @ts-expect-error numbers in a list
net.forward([1, 2, 3, 4]);
// @ts-expect-error float64
net.forward(new Float64Array(4));
// @ts-expect-error nothing
net.forward();
// @ts-expect-error a tensor of another shape
net.forward(net.parameters.linear1.weight);
// @ts-expect-error scores are no image
net.forward(net.forward(image));
// @ts-expect-error labels as floats
net.trainStep(image, new Float32Array(1));
// @ts-expect-error no labels
net.trainStep(image);
// @ts-expect-error options in place of a number
net.trainStep(image, [0], { learningRate: 0.1 });
// @ts-expect-error another array in a parameter's place
net.parameters.linear1.weight = image;
// @ts-expect-error no such layer
net.parameters.conv1;
// @ts-expect-error not that many samples
net.maxBatch = 9;
// @ts-expect-error not that shape
const wide: readonly [1, 28, 28] = net.inputShape;
// @ts-expect-error half the parameters
createTiny({ parameters: { linear1: { weight: [1, 2] } } });
// @ts-expect-error gradients of another shape
createTiny({ parameters: { linear1: { weight: net.parameters.linear1.bias, bias: [] } } });
// @ts-expect-error no such option
createTiny({ seeds: 1 });
// @ts-expect-error inference has no training
createFixed().trainStep(image, [0]);
// @ts-expect-error inference has no gradients
createFixed().gradients(image, [0]);
export { wide };
`;

const filed = (format: "ts" | "js") => `
import { createTiny } from "./tiny.${format}";
const bytes = new Uint8Array(8);
createTiny({ wasm: bytes }).forward(new Float32Array(4));
createTiny({ wasm: bytes.buffer, seed: 1 });
// @ts-expect-error no kernels
createTiny();
// @ts-expect-error no kernels among the options
createTiny({ seed: 1 });
// @ts-expect-error a path
createTiny({ wasm: "./tiny.wasm" });
// @ts-expect-error a promise of bytes
createTiny({ wasm: Promise.resolve(bytes) });
`;

/** Where the compiler knows of WebAssembly. */
const engines = `
createTiny({ wasm: new WebAssembly.Module(bytes) });
const compiling = WebAssembly.compile(bytes);
compiling.then((wasm) => createTiny({ wasm }));
// @ts-expect-error a promise of a module
createTiny({ wasm: compiling });
// @ts-expect-error a response
createTiny({ wasm: new Response(bytes) });
`;
