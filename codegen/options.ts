import { refuse } from "../src/diagnostics.ts";
import type { Loss } from "../src/graph/losses.ts";
import type { Optimizer } from "../src/graph/optimizers.ts";
import type { EmbeddedWeights } from "./typescript/weights.ts";

/** How a model is compiled. All may be left out. */
export interface CompileOptions {
  /** The module's name; by default the model's own. */
  readonly name?: string;
  /** Samples a call takes at most. Memory grows with it. */
  readonly maxBatch?: number;
  /** With gradients and a training step. By default when the model has a loss. */
  readonly train?: boolean;
  readonly loss?: Loss;
  readonly optimizer?: Optimizer;
  /**
   * Layers, blocks or parameters that are not trained: no backward code is written for them. A batch
   * norm still normalises by the batch and keeps its running averages, as PyTorch's does in training.
   */
  readonly freeze?: readonly string[];
  /** Inputs whose gradients `gradients` gives too. */
  readonly inputGradients?: readonly string[];
  /** Order of the axes of the app's images. */
  readonly layout?: "nchw" | "nhwc";
  readonly format?: "ts" | "js";
  /** What runs the kernels: the module's own TypeScript, or WebAssembly with SIMD. "ts" unless given. */
  readonly target?: Target;
  /** Where the WebAssembly stands. "inline" unless given. */
  readonly wasm?: WasmPlace;
  /**
   * "strict" sums products as the formulas have them. "fast", the default, may use other sums of the
   * same value (Winograd's convolutions), which round differently, by about 1e-5 of the largest term.
   */
  readonly precision?: Precision;
  /**
   * With kernels that several threads share, where a platform has them: `create…({ threads })`. Of the
   * target wasm alone.
   */
  readonly threads?: boolean;
  /** Of the parameters' initial values, where the app gives none. 0 unless given. */
  readonly seed?: number;
  readonly weights?: EmbeddedWeights;
  /** The files' name, without its ending; by default the module's. */
  readonly fileName?: string;
  /** For the module's header. */
  readonly source?: { readonly file: string; readonly hash: string };
  /** The options as the user gave them, for the header. */
  readonly optionsText?: string;
  /** Told of each stage as it ends. */
  readonly onStage?: (name: string, milliseconds: number) => void;
}

export const targets = ["ts", "wasm"] as const;
export type Target = (typeof targets)[number];

/**
 * In the module's text; in a .wasm file that `create…` is given; or in one that the module imports,
 * where a platform compiles what is imported and no bytes.
 */
export const wasmPlaces = ["inline", "file", "module"] as const;
export type WasmPlace = (typeof wasmPlaces)[number];

export const precisions = ["fast", "strict"] as const;
export type Precision = (typeof precisions)[number];

export interface Settled extends CompileOptions {
  readonly maxBatch: number;
  readonly layout: "nchw" | "nhwc";
  readonly format: "ts" | "js";
  readonly target: Target;
  /** Set for the target wasm, and for that alone. */
  readonly wasm: WasmPlace | undefined;
  readonly precision: Precision;
  readonly threads: boolean;
  readonly freeze: readonly string[];
  readonly inputGradients: readonly string[];
}

export function settle(options: CompileOptions): Settled {
  const { maxBatch = 32, fileName } = options;
  if (!Number.isSafeInteger(maxBatch) || maxBatch < 1)
    refuse("KS505", `maxBatch must be a positive integer, but is ${String(maxBatch)}`);
  if (options.seed !== undefined && !Number.isSafeInteger(options.seed))
    refuse("KS505", `seed must be an integer, but is ${String(options.seed)}`);
  const layout = choice("layout", options.layout, ["nchw", "nhwc"]);
  const format = choice("format", options.format, ["ts", "js"]);
  const target = choice("target", options.target, targets);
  const wasm = choice("wasm", options.wasm, wasmPlaces);
  if (options.wasm !== undefined && target !== "wasm")
    refuse("KS505", `wasm (--wasm ${wasm}) has no effect on the target ${target}`, {
      fix: "Compile for the target wasm (--target wasm), or leave the option out.",
    });
  const { threads = false } = options;
  if (typeof threads !== "boolean")
    refuse("KS505", `threads must be true or false, but is ${String(threads)}`, {
      fix: "How many there are is said when a net is made: create…({ threads: 4 }).",
    });
  if (threads && target !== "wasm")
    refuse("KS505", `threads (--threads) has no effect on the target ${target}`, {
      fix: "Compile for the target wasm (--target wasm), or leave the option out.",
    });
  if (fileName !== undefined && !/^[^/\\]+$/.test(String(fileName)))
    refuse("KS505", `fileName must be a name without folders, but is "${String(fileName)}"`);
  for (const option of ["freeze", "inputGradients"] as const) {
    const names: unknown = options[option] ?? [];
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string"))
      refuse("KS505", `${option} must be a list of names, but is ${String(names)}`);
  }
  return {
    ...options,
    maxBatch,
    layout,
    format,
    target,
    wasm: target === "wasm" ? wasm : undefined,
    precision: choice("precision", options.precision, precisions),
    threads,
    freeze: options.freeze ?? [],
    inputGradients: options.inputGradients ?? [],
  };
}

/** One of a few words, the first of them unless given. */
function choice<T extends string>(
  option: string,
  given: T | undefined,
  of: readonly [T, ...T[]],
): T {
  if (given === undefined) return of[0];
  if (!of.includes(given))
    refuse("KS505", `${option} must be ${listed(of)}, but is "${String(given)}"`);
  return given;
}

/** "a" or "b"; "a", "b" or "c" */
const listed = (words: readonly string[]): string =>
  words
    .map((word) => `"${word}"`)
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");
