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
  /** Of the parameters' initial values, where the app gives none. 0 unless given. */
  readonly seed?: number;
  readonly weights?: EmbeddedWeights;
  /** For the module's header. */
  readonly source?: { readonly file: string; readonly hash: string };
  /** The options as the user gave them, for the header. */
  readonly optionsText?: string;
  /** Told of each stage as it ends. */
  readonly onStage?: (name: string, milliseconds: number) => void;
}

export interface Settled extends CompileOptions {
  readonly maxBatch: number;
  readonly layout: "nchw" | "nhwc";
  readonly format: "ts" | "js";
  readonly freeze: readonly string[];
  readonly inputGradients: readonly string[];
}

export function settle(options: CompileOptions): Settled {
  const { maxBatch = 32, layout = "nchw", format = "ts" } = options;
  if (!Number.isSafeInteger(maxBatch) || maxBatch < 1)
    refuse("KS505", `maxBatch must be a positive integer, but is ${String(maxBatch)}`);
  if (options.seed !== undefined && !Number.isSafeInteger(options.seed))
    refuse("KS505", `seed must be an integer, but is ${String(options.seed)}`);
  if (layout !== "nchw" && layout !== "nhwc")
    refuse("KS505", `layout must be "nchw" or "nhwc", but is "${String(layout)}"`);
  if (format !== "ts" && format !== "js")
    refuse("KS505", `format must be "ts" or "js", but is "${String(format)}"`);
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
    freeze: options.freeze ?? [],
    inputGradients: options.inputGradients ?? [],
  };
}
