import { compile } from "../../codegen/compile.ts";
import type { CompileOptions } from "../../codegen/options.ts";
import type { Model } from "../../src/graph/model.ts";
import type { Tree } from "./tree.ts";

export { flatten, type Tree } from "./tree.ts";

/** What tests ask of a generated module whose types they do not have. */
export interface Net {
  readonly maxBatch: number;
  readonly parameters: Tree;
  forward(...inputs: readonly unknown[]): Float32Array | { readonly [name: string]: Float32Array };
  trainStep(...given: readonly unknown[]): number;
  gradients(...given: readonly unknown[]): Tree & { readonly loss: number };
  evaluate(...given: readonly unknown[]): { readonly loss: number; readonly correct?: number };
  load(source: unknown): void;
  save(): Uint8Array;
  reset(seed?: number): void;
}

/** What a module's `create…` takes. */
export interface Given {
  readonly seed?: number;
  readonly parameters?: unknown;
  readonly wasm?: unknown;
}

/** The text of the model's module, as JavaScript. */
export async function moduleText(model: Model, options: CompileOptions = {}): Promise<string> {
  return (await filesOf(model, options)).text;
}

/** A net of the model's own module: compiled, imported, created. */
export async function netOf(model: Model, options: CompileOptions = {}, seed = 0): Promise<Net> {
  return (await moduleOf(model, options)).create({ seed });
}

/** The model's own module, imported: what makes nets, and the files beside it by the ends of their names. */
export async function moduleOf(model: Model, options: CompileOptions = {}) {
  const { text, beside } = await filesOf(model, options);
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const module: { readonly [name: string]: unknown } = await import(/* @vite-ignore */ url);
  const [, create] = Object.entries(module).find(([name]) => name.startsWith("create")) ?? [];
  return { create: create as (given?: Given) => Net, beside }; // every module has one
}

async function filesOf(model: Model, options: CompileOptions) {
  const { files } = await compile(model, { ...options, format: "js" });
  const text = String(files.find(({ name }) => name.endsWith(".js"))?.text);
  const beside = new Map(files.map((file) => [file.name.replace(/^.*\./, ""), file.text]));
  return { text, beside };
}
