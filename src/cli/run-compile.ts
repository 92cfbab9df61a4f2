import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, relative, resolve } from "node:path";
import type { Command } from "commander";
import { compile, type Compiled } from "../../codegen/compile.ts";
import type { CompileOptions, Precision, Target, WasmPlace } from "../../codegen/options.ts";
import { type EmbeddedWeights, readSafetensors } from "../../codegen/typescript/weights.ts";
import { refuse } from "../diagnostics.ts";
import { bytes, thousands } from "../report/table.ts";
import { lossCalled, optimizerCalled } from "./choices.ts";
import { load, type Loaded } from "./load.ts";
import { progress } from "./progress.ts";
import { Times } from "./times.ts";
import { writeAll } from "./write.ts";

interface Options {
  readonly out: string;
  readonly format?: "ts" | "js";
  readonly target: Target;
  readonly wasm?: WasmPlace;
  readonly precision: Precision;
  readonly threads?: boolean;
  readonly train?: boolean;
  readonly loss?: string;
  readonly optimizer?: string;
  readonly maxBatch: number;
  readonly layout: "nchw" | "nhwc";
  readonly freeze?: readonly string[];
  readonly grad?: readonly string[];
  readonly weights?: string;
  readonly embed?: boolean;
  readonly name?: string;
  readonly seed?: number;
  readonly emit?: keyof Compiled["show"];
  readonly verbose?: boolean;
}

/** Loads, compiles, and writes the module or prints a stage. */
export async function runCompile(path: string, command: Command): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  if (options.embed && !options.weights)
    refuse("KS505", "--embed has no weights to embed", { fix: "Give them with --weights." });
  const times = new Times(options.verbose === true);
  const loaded = await times.measure("load", () => load(path));
  const out = destination(options);
  const settings = await settingsOf(options, loaded, out, command);
  const bar = progress(loaded.name);
  const started = performance.now();
  let compiled: Compiled;
  try {
    compiled = await compile(loaded.model, { ...settings, onStage: bar.stage });
  } finally {
    bar.stop();
  }
  for (const stage of compiled.stages) times.note(stage.name, stage.milliseconds);
  if (options.emit) console.log(compiled.show[options.emit]());
  else {
    const { files } = compiled;
    const written = await times.measure("write", () => writeAll(out.folder, files));
    report(compiled, written, performance.now() - started);
    if (options.target === "ts") console.log(faster);
  }
  times.print();
}

/** What whoever compiled for the target ts may not know. */
const faster =
  "With --target wasm it runs several times as fast, where it may: under a CSP that takes 'wasm-unsafe-eval'";

async function settingsOf(
  options: Options,
  { file, name }: Loaded,
  out: Destination,
  command: Command,
): Promise<CompileOptions> {
  const { train, maxBatch, layout, target, precision, threads, wasm } = options;
  const { freeze, grad, weights, seed } = options;
  return {
    name: options.name ?? out.stem ?? name,
    maxBatch,
    layout,
    target,
    precision,
    ...(wasm ? { wasm } : {}),
    ...(threads ? { threads } : {}),
    ...(out.stem === undefined ? {} : { fileName: out.stem }),
    format: options.format ?? out.format ?? "ts",
    ...(train === undefined ? {} : { train }),
    ...(options.loss === undefined ? {} : { loss: lossCalled(options.loss) }),
    ...(options.optimizer === undefined ? {} : { optimizer: optimizerCalled(options.optimizer) }),
    ...(seed === undefined ? {} : { seed }),
    ...(freeze ? { freeze } : {}),
    ...(grad ? { inputGradients: grad } : {}),
    ...(weights === undefined
      ? {}
      : { weights: await weightsFrom(weights, options.embed === true) }),
    source: { file: basename(file), hash: await hashOf(file) },
    optionsText: asGiven(command),
  };
}

interface Destination {
  readonly folder: string;
  /** The files' name without what stands behind the dot, when one was asked for. */
  readonly stem?: string;
  readonly format?: "ts" | "js";
}

function destination({ out, format }: Options): Destination {
  const extension = extname(out);
  if (extension !== ".ts" && extension !== ".js") return { folder: resolve(out) };
  const asked = extension === ".js" ? "js" : "ts";
  if (format && format !== asked)
    refuse("KS505", `--format ${format} and --out ${out} do not agree`, {
      fix: `Leave --format out, or end the file in .${format}.`,
    });
  const file = resolve(out);
  return { folder: dirname(file), stem: basename(file, extension), format: asked };
}

async function weightsFrom(file: string, embed: boolean): Promise<EmbeddedWeights> {
  let found: Uint8Array;
  try {
    found = await readFile(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse("KS503", `cannot read the weights ${file}: ${why.replace(/, open .*$/, "")}`);
  }
  return { place: embed ? "inside" : "beside", weights: readSafetensors(found, file) };
}

const hashOf = async (file: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex")
    .slice(0, 12);

/** The options that shape the module, as they were given: not where it goes. */
function asGiven(command: Command): string {
  const silent = new Set(["out", "verbose", "emit"]);
  return command.options
    .filter(
      (o) =>
        !silent.has(o.attributeName()) && command.getOptionValueSource(o.attributeName()) === "cli",
    )
    .flatMap((o) => {
      const value: unknown = command.getOptionValue(o.attributeName());
      if (typeof value === "boolean") return o.negate === !value ? [o.long ?? ""] : [];
      const text = o.attributeName() === "weights" ? basename(String(value)) : String(value);
      return [`${o.long} ${text}`];
    })
    .join(" ");
}

function report(
  { name, parameters, multiplyAdds, files }: Compiled,
  written: readonly string[],
  milliseconds: number,
): void {
  console.log(
    `${name}: ${thousands(parameters)} parameters, ${thousands(multiplyAdds)} multiply-adds a sample, compiled in ${(milliseconds / 1000).toFixed(2)} s`,
  );
  for (const [i, path] of written.entries()) {
    const size = Buffer.byteLength(files[i]?.text ?? "");
    console.log(`  ${relative(process.cwd(), path)}  ${bytes(size)}`);
  }
}
