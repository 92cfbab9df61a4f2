import type { codes } from "./diagnostics.ts";

export type Preset = "recommended" | "strict";

/** How loud a thing is told. */
export type Level = "off" | "warning" | "error";

/** A code, "KS251", or its name, "dropped-border". */
export type RuleName = keyof typeof codes | (typeof codes)[keyof typeof codes]["name"];

/** What a model may cost at most. Multiply-adds are of one sample; memory is for `compile.maxBatch` samples. */
export interface Budget {
  readonly parameters?: number;
  readonly multiplyAdds?: number;
  readonly inferenceBytes?: number;
  readonly trainingBytes?: number;
  /** Of the text that `kernelsmith compile` writes. */
  readonly moduleBytes?: number;
}

/** How models are going to be compiled: rules and budgets go by it. */
export interface CompileSettings {
  readonly maxBatch?: number;
  readonly train?: boolean;
  readonly freeze?: readonly string[];
  readonly target?: "ts" | "wasm";
}

/** What `kernelsmith check` goes by: the default export of kernelsmith.config.ts, or "kernelsmith" in package.json. */
export interface Config {
  /** Model files, as globs from the configuration's folder. */
  readonly models?: readonly string[];
  /** "recommended" unless given. */
  readonly preset?: Preset;
  readonly rules?: {
    readonly [K in RuleName]?: Level | readonly [Level, { readonly [option: string]: unknown }];
  };
  /** For every model, or by the models' names: "*" is for those that are not named. */
  readonly budgets?: Budget | { readonly [model: string]: Budget };
  readonly compile?: CompileSettings;
}

/** The configuration as it is, with its type. */
export const defineConfig = (config: Config): Config => config;
