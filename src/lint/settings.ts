import type { Budget, CompileSettings, Level, Preset } from "../config.ts";
import type { Code } from "../diagnostics.ts";
import { callSiteRules } from "./call-sites/rules.ts";
import { rules } from "./rules/index.ts";

export type { Preset };

/** What is told, and how loud. */
export interface Settings {
  /** Of rules; what the compiler refuses is an error unless it is named here. */
  readonly levels: ReadonlyMap<Code, Level>;
  readonly options: ReadonlyMap<Code, { readonly [name: string]: unknown }>;
  readonly compile: CompileSettings;
  /** By the model's name: "*" is for those that are not named. None where it is left out. */
  readonly budgets?: ReadonlyMap<string, Budget>;
}

export const preset = (name: Preset): Settings => ({
  levels: new Map([...rules, ...callSiteRules].map((rule) => [rule.code, rule[name]])),
  options: new Map(),
  compile: {},
});
