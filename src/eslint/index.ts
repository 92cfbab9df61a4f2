import type { ESLint, Linter } from "eslint";
import { version } from "../../codegen/version.ts";
import type { Level, Preset } from "../config.ts";
import { type Code, codes } from "../diagnostics.ts";
import { preset } from "../lint/settings.ts";
import { annotate } from "./annotate.ts";
import { pageOf } from "./pages.ts";
import { ruleFor } from "./rule.ts";
import { levelOf, told } from "./told.ts";

const ruleName = (code: Code): string => codes[code].name;

const plugin = {
  meta: { name: "kernelsmith", version, namespace: "kernelsmith" },
  rules: {
    ...Object.fromEntries(told.map((code) => [ruleName(code), ruleFor(code, pageOf(code))])),
    annotate: annotate(pageOf("annotate")),
  },
} satisfies ESLint.Plugin;

const severities: { readonly [L in Level]: Linter.RuleSeverity } = {
  off: "off",
  warning: "warn",
  error: "error",
};

/** The preset for ESLint: what the compiler refuses is an error. */
const configOf = (name: Preset): Linter.Config => {
  const { levels } = preset(name);
  return {
    name: `kernelsmith/${name}`,
    plugins: { kernelsmith: plugin },
    rules: Object.fromEntries(
      told.map((code) => [
        `kernelsmith/${ruleName(code)}`,
        severities[levels.get(code) ?? levelOf(code)],
      ]),
    ),
  };
};

export const rules = plugin.rules;
export const configs = { recommended: configOf("recommended"), strict: configOf("strict") };
export default { ...plugin, configs };
