import * as library from "../../../src/index.ts";
import type { Code } from "../../../src/diagnostics.ts";
import { edited } from "../../../src/lint/fix.ts";
import type { CompileSettings } from "../../../src/lint/net.ts";
import { architecture as rules } from "../../../src/lint/rules/architecture/index.ts";
import { preset, type Settings } from "../../../src/lint/settings.ts";
import { lintText, withRule } from "../support.ts";

interface Around {
  /** By default an image [3, 32, 32]. */
  readonly inputs?: string;
  /** A loss. */
  readonly loss?: string;
  /** What stands before the model: blocks. */
  readonly before?: string;
  readonly compile?: CompileSettings;
}

/** A model file: its `outputs` has this body, and what it uses of the library is imported. */
export function modelOf(body: string, around: Around = {}): string {
  const { inputs = "image: [3, 32, 32]", loss, before = "" } = around;
  const train = loss ? `\n  train: { loss: ${loss} },` : "";
  const text = `${before}\nexport default defineModel({
  inputs: { ${inputs} },
  outputs({ ${[...inputs.matchAll(/(\w+):/g)].map(([, name]) => name).join(", ")} }) {
    ${body}
  },${train}
});
`;
  const used = Object.keys(library).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return `import { ${used.join(", ")} } from "kernelsmith";\n${text}`;
}

/** What a rule says of a model, once it was followed as a whole. */
export function said(code: Code, body: string, around: Around = {}): readonly string[] {
  return of(code, body, around).map(({ message }) => message);
}

/** The model after each fix of a rule's first finding: the body of `outputs`. */
export function fixed(code: Code, body: string, around: Around = {}): readonly string[] {
  const text = modelOf(body, around);
  const [first] = of(code, body, around);
  return (first?.fixes ?? []).map(({ edits }) => {
    const [, after = ""] = /outputs\(.*?\) \{\n([^]*?)\n {2}\},/.exec(edited(text, edits)) ?? [];
    return after.trim();
  });
}

/** Everything the rules about architecture say of a model with their recommended settings. */
export const complaints = (body: string, around: Around = {}): readonly string[] =>
  complaintsOf(modelOf(body, around));

/** The same of a whole file. */
export const complaintsOf = (text: string): readonly string[] =>
  findings(text, preset("recommended"))
    .filter(({ code }) => rules.some((rule) => rule.code === code))
    .map(({ code, message }) => `${code} ${message}`);

function findings(text: string, settings: Settings) {
  const { findings, models } = lintText(text, settings);
  if (!models[0]?.built) throw new Error(`not built: ${JSON.stringify(findings)}\n${text}`);
  return findings;
}

const of = (code: Code, body: string, around: Around) =>
  findings(modelOf(body, around), withRule(code, {}, around.compile)).filter(
    (finding) => finding.code === code,
  );
