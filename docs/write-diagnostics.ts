import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Code, codes } from "../src/diagnostics.ts";
import { told as toldByEslint } from "../src/eslint/told.ts";
import { type CallSiteRule, callSiteRules } from "../src/lint/call-sites/index.ts";
import { type Guard, guards, type Refusal, refusals } from "../src/lint/refusals/index.ts";
import { rules } from "../src/lint/rules/index.ts";
import type { Level } from "../src/config.ts";
import type { Rule } from "../src/lint/rules/rule.ts";
import { preset, type Settings } from "../src/lint/settings.ts";
import { ends, linted } from "./messages.ts";
import { modules } from "./modules.ts";
import type { Ended } from "./session.ts";
import { block, formatted, neat, type Pages, table, writePages } from "./pages.ts";

type Documented = Rule | CallSiteRule | Refusal | Guard;

/** Of the ESLint rule that tells no fault. */
const annotate = `# annotate: what every layer gives

The ESLint rule \`kernelsmith/annotate\` tells at each layer's call the shape that comes out of it, as far as the linter
can follow it. It finds no fault and is off in every preset; as a warning it is for an editor that shows warnings at
the end of a line.

\`\`\`ts
// eslint.config.js
rules: { "kernelsmith/annotate": "warn" },
\`\`\`

On the command line \`kernelsmith check --annotate\` prints the source with the same shapes.

[All diagnostics](README.md)
`;

/** Everything that declares a code, in the codes' order. */
export const documented: readonly Documented[] = [
  ...rules,
  ...callSiteRules,
  ...refusals,
  ...guards,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Every page of docs/diagnostics by its file name, from the declarations and how bad examples end. */
export async function diagnosticPages(ended: ReadonlyMap<Code, Ended>): Promise<Pages> {
  const pages = documented.map(async (one) => [`${one.code}.md`, await page(one, ended)] as const);
  return formatted([
    ["README.md", index()],
    ["annotate.md", annotate],
    ...(await Promise.all(pages)),
  ]);
}

const isRule = (one: Documented): one is Rule => "check" in one;
const isCallSite = (one: Documented): one is CallSiteRule => "strict" in one && !isRule(one);
const isRefusal = (one: Documented): one is Refusal => "by" in one;

const groups: readonly (readonly [prefix: string, heading: string])[] = [
  ["KS1", "The model as it is written"],
  ["KS2", "Sizes"],
  ["KS3", "How a net is put together"],
  ["KS4", "Budgets"],
  ["KS5", "Files, options, data, and calls of compiled modules"],
];

const index = (): string =>
  [
    "# Diagnostics",
    "",
    "Written from the declarations by `docs/write-diagnostics.ts`. Every code has a page with an example and what is",
    "said of it. A code and its name mean the same: in a configuration, in a comment, in ESLint as",
    "`kernelsmith/<name>`. What the compiler refuses is an error; what the linter alone tells has the level of the preset.",
    "",
    ...groups.flatMap(([prefix, heading]) => [
      `## ${heading}`,
      "",
      ...table(
        ["code", "name", "what it is", "recommended", "strict"],
        documented
          .filter(({ code }) => code.startsWith(prefix))
          .map((one) => {
            const { name, title } = codes[one.code];
            const [recommended, strict] = levelsOf(one);
            return [`[${one.code}](${one.code}.md)`, name, title, recommended, strict];
          }),
      ),
      "",
    ]),
  ].join("\n");

/** In the presets; what is said at the command line or by a compiled module has no level. */
function levelsOf(one: Documented): readonly [string, string] {
  if ("strict" in one) return [one.recommended, one.strict];
  if (one.code === "KS511") return ["warning", "warning"];
  return isLevelled(one.code) ? ["error", "error"] : ["", ""];
}

/** Whether a configuration and comments have a say in it. */
const isLevelled = (code: Code): boolean =>
  code.startsWith("KS4") ||
  [...rules, ...callSiteRules].some((rule) => rule.code === code) ||
  refusals.some((refusal) => refusal.code === code && refusal.by === "linter");

async function page(one: Documented, ended: ReadonlyMap<Code, Ended>): Promise<string> {
  const { name, title } = codes[one.code];
  return [
    `# ${one.code} ${name}: ${title}`,
    "",
    one.what,
    "",
    "## Why",
    "",
    one.why,
    "",
    ...("bad" in one ? await examples(one, ended.get(one.code)) : []),
    ...configuration(one),
    "",
    "[All diagnostics](README.md)",
    "",
  ].join("\n");
}

async function examples(
  one: Rule | CallSiteRule | Refusal,
  ended: Ended | undefined,
): Promise<string[]> {
  const language = isRefusal(one) && one.by === "command" ? "sh" : "ts";
  const shown = (text: string) => block(text.trimEnd().split("\n"), language);
  const [bad, good] = isRefusal(one)
    ? [one.bad, one.good]
    : await Promise.all([neat(one.bad), neat(one.good)]);
  const message = ended ? ended.said : await toldOf(one, bad);
  const before = isRefusal(one) ? setting(one) : isRule(one) ? needed(one) : generated;
  return [
    "## An example",
    "",
    ...before,
    ...shown(bad),
    "",
    isRefusal(one) && one.by === "file" ? saying(one.command.split("\n")) : "It says:",
    "",
    ...block(message.split("\n"), "text"),
    "",
    "Made right:",
    "",
    ...shown(good),
    "",
  ];
}

const generated = ["With modules that `kernelsmith compile` has written to `generated`:", ""];

const saying = (lines: readonly string[]): string =>
  `${lines.map((line) => `\`${line}\``).join(" and ")} ${lines.length > 1 ? "say" : "says"}:`;

/** What stands around the example. */
const setting = (one: Refusal): string[] =>
  one.by === "linter"
    ? []
    : [
        ...Object.entries(one.files)
          .filter(([name]) => /\.[jt]s$/.test(name))
          .flatMap(([name, text]) => [
            `\`${name}\`:`,
            "",
            ...block(text.trimEnd().split("\n"), "ts"),
            "",
          ]),
        ...(one.by === "file" ? [`\`${one.file}\`:`, ""] : []),
      ];

/** The options and the way to compile that a rule's example goes by. */
const needed = ({ example, compile }: Rule): string[] => {
  const given = [
    ...(example ? [`the options \`${JSON.stringify(example)}\``] : []),
    ...(compile ? [`\`compile: ${JSON.stringify(compile)}\``] : []),
  ];
  return given.length === 0 ? [] : [`With ${given.join(" and ")} in the configuration:`, ""];
};

async function toldOf(one: Rule | CallSiteRule | Refusal, bad: string): Promise<string> {
  const settings = isRule(one) ? awake(one) : preset("recommended");
  const { findings, frames } = isCallSite(one)
    ? await linted({ "app.ts": bad, ...(await modules()) }, settings)
    : await linted({ "model.ts": bad }, settings);
  return frames.filter((_, i) => findings[i]?.code === one.code).join("\n\n");
}

/** The recommended preset, and the rule if that is off in it, with what its example goes by. */
export function awake({ code, recommended, strict, example, compile }: Rule): Settings {
  const { levels } = preset("recommended");
  const loud: readonly Level[] = [recommended, strict, "warning"];
  const level = loud.find((level) => level !== "off") ?? "warning";
  return {
    levels: new Map([...levels, [code, level]]),
    options: new Map(example ? [[code, example]] : []),
    compile: compile ?? {},
  };
}

function configuration(one: Documented): string[] {
  const { name } = codes[one.code];
  if (!isLevelled(one.code)) return [];
  const [recommended, strict] = levelsOf(one);
  const options = isRule(one) ? Object.entries(one.options) : [];
  const [option] = options;
  const fallback = option?.[1].fallback as unknown; // each option has its own type
  const value = option
    ? `["error", { ${option[0]}: ${fallback === undefined ? "…" : JSON.stringify(fallback)} }]`
    : `"${recommended === "error" ? "warning" : "error"}"`;
  return [
    "## How to configure it",
    "",
    recommended === strict
      ? `It is ${said(recommended)} in both presets.`
      : `It is ${said(recommended)} in the preset \`recommended\`, ${said(strict)} in \`strict\`.`,
    "",
    ...(options.length === 0
      ? []
      : [
          ...table(
            ["option", "takes", "default"],
            options.map(([name, { takes, fallback }]) => [
              `\`${name}\``,
              takes,
              fallback === undefined ? "" : `\`${JSON.stringify(fallback)}\``,
            ]),
          ),
          "",
        ]),
    ...block([`// kernelsmith.config.ts`, `rules: { "${name}": ${value} },`], "ts"),
    "",
    ...block([`// kernelsmith-disable-next-line ${one.code} -- why it is meant`], "ts"),
    "",
    ...(toldByEslint.includes(one.code) ? [`In ESLint it is \`kernelsmith/${name}\`.`] : []),
  ];
}

const said = (level: string): string =>
  level === "off" ? "off" : level === "error" ? "an error" : `a ${level}`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writePages(join(import.meta.dirname, "diagnostics"), await diagnosticPages(await ends("bad")));
