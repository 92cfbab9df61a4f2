import type { Rule } from "eslint";
import { type Code, codes } from "../diagnostics.ts";
import type { Declared } from "../graph/layers/options.ts";
import { readOptions } from "../graph/layers/options.ts";
import type { Finding, Fix } from "../lint/finding.ts";
import { rules } from "../lint/rules/index.ts";
import { runOf } from "./run.ts";

/** The ESLint rule for one code. */
export function ruleFor(code: Code, url: string): Rule.RuleModule {
  const { name, title } = codes[code];
  const declared = rules.find((rule) => rule.code === code)?.options ?? {};
  return {
    meta: {
      type: rules.some((rule) => rule.code === code) ? "suggestion" : "problem",
      docs: { description: `tells of ${title}`, url },
      hasSuggestions: true,
      schema: schemaOf(declared),
    },
    create(context) {
      const [given] = context.options as readonly unknown[]; // as the schema has it
      const options = readOptions(name, given, declared);
      const run = runOf(context);
      if (!run) return {};
      run.join(code, "warning", options);
      return {
        Program() {
          for (const finding of run.linted.findings)
            if (finding.code === code) report(context, run.file, finding);
        },
      };
    },
  };
}

/** An object with the declared options; what may be given for each, the declaration itself knows. */
function schemaOf(declared: Declared): Rule.RuleMetaData["schema"] {
  const entries = Object.entries(declared);
  if (entries.length === 0) return [];
  const properties = entries.map(([name, { takes }]) => [name, { description: takes }]);
  const required = entries.flatMap(([name, { fallback, optional }]) =>
    fallback === undefined && !optional ? [name] : [],
  );
  return [
    {
      type: "object",
      properties: Object.fromEntries(properties) as { [name: string]: { description: string } }, // by declared name
      additionalProperties: false,
      ...(required.length > 0 ? { required } : undefined),
    },
  ];
}

function report(context: Rule.RuleContext, file: string, finding: Finding): void {
  const { sourceCode } = context;
  const span = [...finding.trail, finding.at].findLast((at) => at.file === file);
  if (!span) return;
  const at = (offset: number) => sourceCode.getLocFromIndex(offset);
  context.report({
    loc: { start: at(span.start), end: at(span.end) },
    message: messageOf(finding),
    suggest: finding.fixes
      .filter(({ edits }) => edits.every((edit) => edit.file === file))
      .map(suggestion),
  });
}

const suggestion = ({ title, edits }: Fix): Rule.SuggestionReportDescriptor => ({
  desc: title,
  fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
});

/** On one line, since that is what formatters and editors' lists have. */
function messageOf({ message, notes = [], fix }: Finding): string {
  const details = notes.map((note) => note.trim().replace(/\s+/g, " ")).join("; ");
  return [`${message}${details ? ` (${details})` : ""}.`, ...(fix ? [fix] : [])].join(" ");
}
