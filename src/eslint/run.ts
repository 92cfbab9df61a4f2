import { resolve } from "node:path";
import type { Rule, SourceCode } from "eslint";
import type { Level } from "../config.ts";
import { type Code, codes, KernelsmithError } from "../diagnostics.ts";
import { diskHost } from "../disk/host.ts";
import { concerns } from "../lint/concerns.ts";
import { createLinter, type Linted, type Linter } from "../lint/lint.ts";
import { readConfig } from "../lint/read-config.ts";
import type { Settings } from "../lint/settings.ts";

/** One run of the linter for all rules: each joins when ESLint creates it; the first to ask, once all are there, runs it. */
export class Run {
  readonly file: string;
  readonly #text: string;
  readonly #settings: Settings;
  readonly #levels = new Map<Code, Level>(everyCode.map((code) => [code, "off"]));
  readonly #options = new Map<Code, Given>();
  #linted: Linted | undefined;

  constructor(file: string, text: string, settings: Settings) {
    this.file = file;
    this.#text = text;
    this.#settings = settings;
  }

  join(code: Code, level: Level, options: Given): void {
    this.#levels.set(code, level);
    this.#options.set(code, options);
  }

  get linted(): Linted {
    const settings = { ...this.#settings, levels: this.#levels, options: this.#options };
    return (this.#linted ??= lint(this.file, this.#text, settings));
  }

  get over(): boolean {
    return this.#linted !== undefined;
  }
}

type Given = { readonly [name: string]: unknown };
const everyCode = Object.keys(codes) as Code[]; // its keys

const runs = new WeakMap<SourceCode, Run | "none">();
const disk = diskHost();

/** The run that a rule joins; none for a file in which there is nothing to find. */
export function runOf({ sourceCode, filename, cwd, settings }: Rule.RuleContext): Run | undefined {
  const known = runs.get(sourceCode);
  if (known === "none" || (known && !known.over)) return known === "none" ? undefined : known;
  const named = filename.startsWith("<") ? "input.ts" : filename; // "<input>" has no name
  const file = resolve(cwd, named).replaceAll("\\", "/");
  const { text } = sourceCode;
  const lintable = /\.[cm]?[jt]sx?$/.test(file) && concerns(file, text, disk);
  const run = lintable ? new Run(file, text, shared(settings["kernelsmith"])) : undefined;
  runs.set(sourceCode, run ?? "none");
  return run;
}

/** What `settings: { kernelsmith: { compile } }` says, for every rule; what else is configured, ESLint has its own places for. */
function shared(given: unknown): Settings {
  const strangers = Object.keys(given ?? {}).filter((key) => key !== "compile");
  const { settings, faults } = readConfig(given ?? {});
  const other = {
    code: "KS510",
    message: `it has no ${strangers.join()}`,
    fix: "It takes compile.",
  } as const;
  const [fault] = strangers.length === 0 ? faults : [other];
  if (fault)
    throw new KernelsmithError({ ...fault, message: `settings.kernelsmith: ${fault.message}` });
  return settings;
}

let open = { file: "", text: "" };
let linter: Linter | undefined;

/** A text that need not be on the disk yet; what it imports is read from there. What was parsed is remembered. */
function lint(file: string, text: string, settings: Settings): Linted {
  open = { file, text };
  linter ??= createLinter({
    ...disk,
    read: (path) => (path === open.file ? open.text : disk.read(path)),
  });
  return linter.lint(file, settings);
}
