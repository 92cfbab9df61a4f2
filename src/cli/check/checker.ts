import { readFileSync } from "node:fs";
import { ts } from "ts-morph";
import { diskHost } from "../../disk/host.ts";
import { concerns, isApp } from "../../lint/concerns.ts";
import { directivesOf } from "../../lint/directives.ts";
import type { Followed } from "../../lint/followed.ts";
import type { Host } from "../../lint/host.ts";
import { createLinter, type Linted } from "../../lint/lint.ts";
import type { Settings } from "../../lint/settings.ts";
import { siteSpan } from "../../lint/span.ts";
import { overBudget } from "../budgets.ts";
import { nameOf } from "../name.ts";
import { execute } from "./execute.ts";
import { plainExports, withoutModel } from "./exports.ts";
import type { Chosen } from "./files.ts";
import {
  errorsOf,
  type ModelTold,
  type Report,
  shown,
  sizeOf,
  type Told,
  warningsOf,
} from "./report.ts";

/** One file, checked. */
export interface Checked extends Pick<Report, "models" | "findings" | "remarks" | "calls"> {
  readonly file: string;
  /** Every file that was read for it. */
  readonly files: readonly string[];
  readonly linted?: Linted;
}

/** Checks files one by one, and remembers what it read of them for the next time. */
export class Checker {
  readonly #disk = diskHost();
  /** What was read last of each file. */
  readonly texts = new Map<string, string | undefined>();
  readonly host: Host = {
    ...this.#disk,
    read: (file) => {
      const text = this.#disk.read(file);
      this.texts.set(file, text);
      return text;
    },
  };
  readonly #linter = createLinter(this.host);
  readonly #cwd: string;
  readonly #settings: Settings;
  readonly #execute: boolean;

  constructor(cwd: string, settings: Settings, execute: boolean) {
    this.#cwd = cwd;
    this.#settings = settings;
    this.#execute = execute;
  }

  async check({ file, named }: Chosen): Promise<Checked> {
    const path = shown(file, this.#cwd);
    const text = read(file);
    if (typeof text !== "string") return nothing(file, named ? [unreadable(path, text.why)] : []);
    const linted = this.#linter.lint(file, this.#settings);
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    const { silence } = directivesOf(source);
    const app = isApp(file, text, this.host); // it builds no model, and may do anything when it is run
    const executed = this.#execute && !app ? await execute(file, this.#cwd) : undefined;
    const more = [
      ...(await this.#budgets(linted)),
      ...(executed?.fault && isNew(executed.fault, linted, named) ? [executed.fault] : []),
    ];
    const concerned = named || linted.models.length > 0 || isOurs(file, text, this.host);
    const findings: Told[] = [
      ...(concerned ? linted.findings : []),
      ...more
        .flatMap((told) => this.#levelled(told))
        .filter(({ code, at }) => !at || !silence(code, at)),
    ].sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0));
    const models = linted.models.map((model) => this.#modelTold(model, linted, findings));
    if (models.length === 0 && executed?.model)
      models.push({
        ...executed.model,
        file,
        calls: linted.calls,
        errors: errorsOf(findings).length,
        warnings: warningsOf(findings).length,
      });
    const remarks: string[] = [];
    if (named && !app && models.length === 0 && linted.calls.all === 0 && findings.length === 0) {
      const exported = plainExports(source);
      if (exported) findings.push(toldOfFile(withoutModel(path, exported)));
      else remarks.push(`${path}: its model could not be followed; --execute builds it`);
    }
    return { file, files: linted.files, findings, models, remarks, calls: linted.calls, linted };
  }

  async #budgets({ file, models }: Linted): Promise<readonly Told[]> {
    const found: Told[] = [];
    const { budgets, compile } = this.#settings;
    for (const followed of models) {
      const { built, model } = followed;
      const name = nameOfModel(followed, file);
      const budget = budgets?.get(name) ?? budgets?.get("*");
      if (!budget || !built || !model) continue;
      const place = { at: siteSpan(followed), trail: followed.trail.map(siteSpan) };
      found.push(...(await overBudget({ name, built, model, ...place }, budget, compile)));
    }
    return found;
  }

  /** As loud as the configuration has it. */
  #levelled(told: Told): readonly Told[] {
    const level = this.#settings.levels.get(told.code) ?? told.severity;
    return level === "off" ? [] : [{ ...told, severity: level }];
  }

  #modelTold(model: Followed, linted: Linted, findings: readonly Told[]): ModelTold {
    const { built } = model;
    const own = linted.models.length === 1 ? findings : findings.filter(isWithin(model));
    return {
      file: linted.file,
      name: nameOfModel(model, linted.file),
      calls: linted.calls,
      ...(built && { size: sizeOf(built.graph) }),
      errors: errorsOf(own).length,
      warnings: warningsOf(own).length,
    };
  }
}

export const toldOfFile = (
  diagnostic: Omit<Told, "severity" | "trail" | "fixes" | "at">,
): Told => ({
  ...diagnostic,
  severity: "error",
  trail: [],
  fixes: [],
});

function read(file: string): string | { readonly why: string } {
  try {
    const text = readFileSync(file, "utf8");
    return text.includes("\0") ? { why: "it is no text" } : text;
  } catch (error) {
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split(", ");
    return { why };
  }
}

const unreadable = (path: string, why: string): Told =>
  toldOfFile({
    code: "KS503",
    message: `cannot read ${path}: ${why}`,
    fix: "The model is given by the path of a TypeScript or JavaScript file.",
  });

const nothing = (file: string, findings: readonly Told[]): Checked => ({
  file,
  files: [file],
  findings,
  models: [],
  remarks: [],
  calls: { all: 0, followed: 0 },
});

/** Whether running the file tells what following it did not. */
function isNew(fault: Told, { findings }: Linted, named: boolean): boolean {
  if (fault.code === "KS501" && !named) return false; // a glob finds all sorts of files
  return !findings.some(
    ({ code, at }) =>
      code === fault.code && at.file === fault.at?.file && at.line === fault.at.line,
  );
}

/** Whether a file that a glob found has to do with models: another may be broken as it likes. */
const isOurs = (file: string, text: string, host: Host): boolean =>
  text.includes("defineModel") || concerns(file, text, host);

/** Its own name, or its file's. */
const nameOfModel = ({ definition }: Followed, file: string): string =>
  typeof definition.name === "string" ? definition.name : nameOf(file);

/** Whether a finding is of this model, and of no other in its file. */
const isWithin =
  (model: Followed) =>
  ({ at, trail }: Told): boolean => {
    const places = [model, ...model.calls, ...model.refused].map(siteSpan);
    return [...(at ? [at] : []), ...trail].some((span) =>
      places.some((place) => place.file === span.file && place.start === span.start),
    );
  };
