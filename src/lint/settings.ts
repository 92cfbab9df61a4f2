import type { Code } from "../diagnostics.ts";
import type { CompileSettings } from "./net.ts";
import type { Level } from "./rules/rule.ts";
import { rules } from "./rules/index.ts";

export type Preset = "recommended" | "strict";

/** What is told, and how loud. */
export interface Settings {
  /** Of rules; what the compiler refuses is an error unless it is named here. */
  readonly levels: ReadonlyMap<Code, Level>;
  readonly options: ReadonlyMap<Code, { readonly [name: string]: unknown }>;
  readonly compile: CompileSettings;
}

export const preset = (name: Preset): Settings => ({
  levels: new Map(rules.map((rule) => [rule.code, rule[name]])),
  options: new Map(),
  compile: {},
});
