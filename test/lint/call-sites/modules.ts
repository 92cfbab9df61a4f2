import { compile, type CompileOptions } from "../../../codegen/index.ts";
import {
  conv2d,
  crossEntropy,
  defineModel,
  flatten,
  linear,
  maxPool2d,
  relu,
} from "../../../src/index.ts";
import type { Finding } from "../../../src/lint/finding.ts";
import { edited } from "../../../src/lint/fix.ts";
import { createLinter } from "../../../src/lint/lint.ts";
import { preset } from "../../../src/lint/settings.ts";
import { memory } from "../support.ts";

const lenet = defineModel({
  name: "lenet",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const map = maxPool2d(relu(conv2d(image, { filters: 2, kernel: 5 })), { kernel: 4 });
    return { logits: linear(flatten(map), { units: 10 }) };
  },
  train: { loss: crossEntropy() },
});

const colours = defineModel({
  name: "colours",
  inputs: { picture: [3, 8, 8] },
  outputs: ({ picture }) => ({ logits: linear(flatten(picture), { units: 4 }) }),
  train: { loss: crossEntropy() },
});

const sharpen = defineModel({
  name: "sharpen",
  inputs: { picture: [3, 8, 8] },
  outputs: ({ picture }) => ({ sharp: conv2d(picture, { filters: 3, kernel: 3, padding: 1 }) }),
});

const two = defineModel({
  name: "two",
  inputs: { picture: [3, 8, 8], "extra facts": [10] },
  outputs: (inputs) => ({
    seen: linear(flatten(inputs.picture), { units: 3 }),
    known: relu(linear(inputs["extra facts"], { units: 2 })),
  }),
});

async function text(model: Parameters<typeof compile>[0], options: CompileOptions = {}) {
  const { files } = await compile(model, { maxBatch: 64, ...options });
  return String(files[0]?.text);
}

/** What a project's folder of generated modules holds: TypeScript and JavaScript, of both targets. */
export const modules = {
  "/app/generated/lenet.js": await text(lenet, { format: "js" }),
  "/app/generated/lenet.ts": await text(lenet, { target: "wasm" }),
  "/app/generated/infer.js": await text(lenet, {
    format: "js",
    name: "infer",
    train: false,
    source: { file: "models/lenet.ts", hash: "0123456789ab" },
    optionsText: "--no-train --max-batch 64",
  }),
  "/app/generated/bare.ts": await text(lenet, {
    name: "bare",
    train: false,
    source: { file: "models/lenet.ts", hash: "0123456789ab" },
    optionsText: "--no-train",
  }),
  "/app/generated/single.ts": await text(lenet, { maxBatch: 1 }),
  "/app/generated/colours.js": await text(colours, { format: "js" }),
  "/app/generated/last.ts": await text(colours, { layout: "nhwc", target: "wasm", wasm: "file" }),
  "/app/generated/sharpen.ts": await text(sharpen, { layout: "nhwc" }),
  "/app/generated/two.ts": await text(two, { target: "wasm", threads: true }),
};

const file = "/app/main.ts";
const host = (app: string) => memory({ ...modules, [file]: app });

/** What the linter says of an app's file. */
export const findings = (app: string): readonly Finding[] =>
  createLinter(host(app)).lint(file, preset("recommended")).findings;

/** "KS521 3:20": code, line and the text that is marked. */
export const told = (app: string): readonly string[] =>
  findings(app).map(({ code, at }) => `${code} ${at.line} ${app.slice(at.start, at.end)}`);

/** The app with the first fix of its first finding. */
export function fixed(app: string): string | undefined {
  const [fix] = findings(app)[0]?.fixes ?? [];
  return fix && edited(app, fix.edits);
}
