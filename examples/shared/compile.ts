/** From a model to a running network: compile, write the module, import it. */
import { mkdir, writeFile } from "node:fs/promises";
import type { Model } from "kernelsmith";
import { compile } from "kernelsmith/compiler";
import colors from "picocolors";

export interface Compiled<Net> {
  readonly net: Net;
  readonly name: string;
  readonly parameters: number;
  /** For the inference of one image. */
  readonly multiplyAdds: number;
  /** The size of the module's text. */
  readonly bytes: number;
}

/** Writes `<name>.js` and `<name>.d.ts` into `folder` and imports what it wrote. */
export async function compileModel<Net>(
  model: Model,
  options: { readonly folder: URL; readonly maxBatch: number; readonly seed: number },
): Promise<Compiled<Net>> {
  const started = performance.now();
  const compiled = await compile(model, { train: true, maxBatch: options.maxBatch, format: "js" });
  const { name, parameters, multiplyAdds } = compiled;
  await mkdir(options.folder, { recursive: true });
  for (const file of compiled.files) await writeFile(new URL(file.name, options.folder), file.text);
  const milliseconds = performance.now() - started;
  const bytes = compiled.files[0]?.text.length ?? 0;
  const module = new URL(`${name}.js`, options.folder);
  const size = `${(bytes / 1024).toFixed(0)} kB`;
  console.log(
    `compiled ${colors.bold(name)} in ${(milliseconds / 1000).toFixed(1)} s: a module of ${size}`,
  );
  console.log(
    `${parameters.toLocaleString("en")} parameters, ${million(multiplyAdds)} multiply-adds an image\n`,
  );
  const exports = (await import(module.href)) as Record<string, Create<Net>>; // just generated: the type checker cannot see it
  const create = exports[`create${name[0]?.toUpperCase()}${name.slice(1)}`];
  if (!create) throw new Error(`${module.pathname} has no function that creates the network`);
  return { net: create({ seed: options.seed }), name, parameters, multiplyAdds, bytes };
}

export function million(count: number): string {
  return `${(count / 1e6).toPrecision(2)} million`;
}

type Create<Net> = (options: { readonly seed: number }) => Net;
