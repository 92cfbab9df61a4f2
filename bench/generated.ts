import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { compile } from "../codegen/index.ts";
import type { LayerParameters } from "./nets.ts";

/** What a generated module offers that the benchmark uses. */
export interface GeneratedNet {
  readonly parameters: Readonly<Record<string, LayerParameters>>;
  forward(images: Float32Array): Float32Array;
  trainStep(images: Float32Array, labels: Int32Array, learningRate?: number): number;
}

export interface CompileOptions {
  readonly maxBatch: number;
  readonly train: boolean;
}

/** The TypeScript of the module generated for bench/models/NAME.ts. The one place here that knows the compiler. */
export async function generate(name: string, options: CompileOptions): Promise<string> {
  const { files } = await compile(await model(name), options);
  const module = files.find((file) => file.name.endsWith(".ts") && !file.name.endsWith(".d.ts"));
  if (!module) throw new Error(`no TypeScript among ${files.map((file) => file.name).join(", ")}`);
  return String(module.text);
}

export async function model(name: string) {
  return (await import(`./models/${name}.ts`)).default;
}

/** Compiles and loads: a fresh module each time, so that two tasks share no optimised code. */
export async function instantiate(name: string, options: CompileOptions): Promise<GeneratedNet> {
  const folder = await mkdtemp(join(tmpdir(), "kernelsmith-bench-"));
  try {
    const file = join(folder, `${name}.mjs`);
    await writeFile(file, await plainJavaScript(await generate(name, options)));
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    return create(module);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Not left to tsx, which wraps functions to keep their names. */
export async function plainJavaScript(typescript: string, minify = false): Promise<string> {
  return (await transform(typescript, { loader: "ts", format: "esm", minify })).code;
}

function create(module: Record<string, unknown>): GeneratedNet {
  const [factory] = Object.entries(module).filter(([name]) => name.startsWith("create"));
  if (typeof factory?.[1] !== "function") throw new Error("the module exports no create… function");
  return factory[1]();
}
