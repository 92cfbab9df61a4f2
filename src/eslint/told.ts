import type { Level } from "../config.ts";
import { type Code, codes } from "../diagnostics.ts";
import { rules } from "../lint/rules/index.ts";

/** What is told elsewhere: by `explain`, of modules in WebAssembly, of the command line's files and options. */
const elsewhere: readonly Code[] = ["KS109", "KS209", "KS210"];

/** Every code that the linter tells of a source: what the compiler refuses, the rules, and calls of generated modules. */
export const told: readonly Code[] = (Object.keys(codes) as Code[]).filter(
  (code) =>
    rules.some((rule) => rule.code === code) ||
    (/^KS1|^KS2[01]|^KS52|KS502|KS511/.test(code) && !elsewhere.includes(code)),
); // its keys

/** How loud a code is that the presets leave to the linter. */
export const levelOf = (code: Code): Level => (code === "KS511" ? "warning" : "error");
