import type { CompileSettings } from "../../src/config.ts";
import type { Code } from "../../src/diagnostics.ts";
import type { Host } from "../../src/lint/host.ts";
import { createLinter, type Linted } from "../../src/lint/lint.ts";

import { preset, type Settings } from "../../src/lint/settings.ts";

/** Files of a test: text by absolute path. */
export function memory(files: { readonly [path: string]: string }): Host {
  return {
    read: (file) => files[file],
    resolve: (specifier, from) => {
      if (!specifier.startsWith(".")) return undefined;
      const path = new URL(specifier, `file://${from}`).pathname;
      return [path, `${path}.ts`].find((file) => files[file] !== undefined);
    },
  };
}

/** What the linter has to say about one file. */
export const lintText = (text: string, settings: Settings = preset("strict")): Linted =>
  createLinter(memory({ "/model.ts": text })).lint("/model.ts", settings);

/** The strict preset, with one rule awake, its options, and how models are compiled. */
export function withRule(
  code: Code,
  options: { readonly [name: string]: unknown } = {},
  compile: CompileSettings = {},
): Settings {
  const { levels } = preset("strict");
  const level = levels.get(code) === "error" ? "error" : "warning";
  return {
    levels: new Map([...levels, [code, level]]),
    options: new Map([[code, options]]),
    compile,
  };
}

/** "KS251 7": codes and lines, in the order of the source. */
export const told = ({ findings }: Linted): readonly string[] =>
  findings.map(({ code, at }) => `${code} ${at.line}`);
