import type { CompileSettings } from "../../src/config.ts";
import type { Code } from "../../src/diagnostics.ts";
import { edited } from "../../src/lint/fix.ts";
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

const names =
  "add, averagePool1d, averagePool2d, conv1d, conv2d, convTranspose2d, defineModel, dropout, flatten, globalAveragePool2d, linear, maxPool2d, pad, relu, reshape, slice";

/** A model of one input, its layers from line 5 on; what it is called there is x. */
export const model = (shape: readonly number[], ...body: readonly string[]): string =>
  `import { ${names} } from "kernelsmith";
export default defineModel({
  inputs: { x: [${shape.join(", ")}] },
  outputs: ({ x }) => {
${body.map((line) => `    ${line}`).join("\n")}
  },
});
`;

/** What one rule says: lines and messages. */
export const said = (code: Code, text: string, options = {}): readonly string[] =>
  lintText(text, withRule(code, options))
    .findings.filter((finding) => finding.code === code)
    .map(({ at, message }) => `${at.line}: ${message}`);

/** The texts after each of the fixes of the only finding of a code: line 5 of them. */
export function fixed(code: Code, text: string): readonly (string | undefined)[] {
  const [finding] = lintText(text, withRule(code)).findings.filter((f) => f.code === code);
  return (finding?.fixes ?? []).map(({ edits }) => edited(text, edits).split("\n")[4]?.trim());
}
