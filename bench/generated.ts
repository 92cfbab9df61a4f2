import { transform } from "esbuild";
import type { Compiled, CompileOptions } from "../codegen/index.ts";

export type Target = "ts" | "wasm";

/** What a generated module offers that the benchmark uses. */
export interface GeneratedNet {
  readonly parameters: { readonly [layer: string]: { readonly [name: string]: Float32Array } };
  forward(images: Float32Array): Float32Array;
  trainStep(images: Float32Array, labels: Int32Array, learningRate?: number): number;
}

/** bench/models/NAME.ts, compiled. The compiler is loaded when it is asked for: rivals are measured without it. */
export async function compiled(name: string, options: CompileOptions): Promise<Compiled> {
  const { compile } = await import("../codegen/index.ts");
  return compile((await import(`./models/${name}.ts`)).default, options);
}

export function moduleText({ files }: Compiled): string {
  const module = files.find((file) => file.name.endsWith(".ts") && !file.name.endsWith(".d.ts"));
  if (!module) throw new Error(`no TypeScript among ${files.map((file) => file.name).join(", ")}`);
  return String(module.text);
}

/** Not left to tsx, which wraps functions to keep their names. */
export async function plainJavaScript(typescript: string, minify = false): Promise<string> {
  return (await transform(typescript, { loader: "ts", format: "esm", minify })).code;
}
