import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "../../codegen/compile.ts";
import type { CompileOptions } from "../../codegen/options.ts";
import lenet from "../../examples/lenet/model.ts";
import type { Model } from "../../src/graph/model.ts";
import { attempt, type Outcome } from "./lesson.ts";
import { mathematical } from "./models.ts";

/** The modules that engines are compared by. */
const models = {
  "lenet-ts": [lenet, { target: "ts" }],
  "lenet-wasm": [lenet, { target: "wasm" }],
  "mathematical-ts": [mathematical, { target: "ts" }],
  "mathematical-wasm": [mathematical, { target: "wasm", wasm: "file" }],
} as const satisfies { readonly [name: string]: readonly [Model, CompileOptions] };

export type ModuleName = keyof typeof models;
const moduleNames = Object.keys(models) as readonly ModuleName[]; // its keys

/** A module's text; its kernels, where they stand in a file; and what its lesson comes to here. */
export interface Module {
  readonly text: string;
  readonly wasm: Uint8Array | undefined;
  readonly here: Outcome;
}

/** Of all of them. */
export async function compiled(): Promise<ReadonlyMap<ModuleName, Module>> {
  const modules = new Map<ModuleName, Module>();
  for (const name of moduleNames) modules.set(name, await compiledAs(name));
  return modules;
}

/** A script of this folder with all that it imports from others. */
export async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    external: ["node:*"],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

async function compiledAs(name: ModuleName): Promise<Module> {
  const [model, options] = models[name];
  const { files } = await compile(model, { ...options, maxBatch: 8, format: "js" });
  const text = String(files.find((file) => file.name.endsWith(".js"))?.text);
  const kernels = files.find((file) => file.name.endsWith(".wasm"))?.text;
  const wasm = typeof kernels === "string" ? undefined : kernels;
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return { text, wasm, here: attempt(await import(/* @vite-ignore */ url), wasm) };
}
