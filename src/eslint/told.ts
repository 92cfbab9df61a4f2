import type { Level } from "../config.ts";
import { type Code, codes } from "../diagnostics.ts";
import { callSiteRules } from "../lint/call-sites/index.ts";
import { refusals } from "../lint/refusals/index.ts";
import { rules } from "../lint/rules/index.ts";

const declared: readonly { readonly code: Code }[] = [
  ...rules,
  ...callSiteRules,
  ...refusals.filter(({ by }) => by === "linter"),
];

/** ESLint's parser refuses it before any rule is asked. */
const elsewhere: readonly Code[] = ["KS508"];

/** Every code that the linter tells of a source: rules, calls of generated modules, and what the compiler refuses. */
export const told: readonly Code[] = (Object.keys(codes) as Code[]).filter((code) =>
  declared.some((one) => one.code === code && !elsewhere.includes(code)),
); // its keys

/** How loud a code is that the presets leave to the linter. */
export const levelOf = (code: Code): Level => (code === "KS511" ? "warning" : "error");
