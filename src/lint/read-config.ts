import type { Budget, Level, Preset } from "../config.ts";
import { type Code, type Diagnostic, KernelsmithError, refuse } from "../diagnostics.ts";
import {
  choice,
  type Declared,
  flag,
  integer,
  type Option,
  positive,
  readOptions,
  show,
} from "../graph/layers/options.ts";
import { codeOf, meant } from "./codes.ts";
import { rules } from "./rules/index.ts";
import { preset, type Settings } from "./settings.ts";

export interface ReadConfig {
  readonly settings: Settings;
  readonly models: readonly string[] | undefined;
  /** What is wrong with it. Each names its key. */
  readonly faults: readonly Diagnostic[];
}

/** A configuration as somebody wrote it. `asked`: a preset in place of its own. */
export function readConfig(given: unknown, asked?: Preset): ReadConfig {
  const faults: Diagnostic[] = [];
  const top = attempt(faults, "", () => readOptions("the configuration", given, keys));
  const named = asked ?? top?.preset ?? "recommended";
  const levels = new Map(preset(named).levels);
  const options = new Map<Code, Given>();
  for (const [name, value] of Object.entries(top?.rules ?? {}))
    attempt(faults, `rules.${name}`, () => {
      const { code, level, given } = readRule(name, value);
      if (code !== name && Object.hasOwn(top?.rules ?? {}, code))
        refuse("KS510", `it is ${code}, which is configured too`, {
          fix: "Leave one of them out.",
        });
      levels.set(code, level);
      if (given) options.set(code, given);
    });
  const compile = attempt(faults, "compile", () => readOptions("it", top?.compile, compileKeys));
  const budgets = readBudgets(top?.budgets ?? {}, faults);
  return {
    models: top?.models,
    faults,
    settings: { levels, options, compile: compile ?? {}, budgets },
  };
}

type Given = { readonly [name: string]: unknown };

const left = <T>(option: Option<T>): Option<T | undefined> => ({
  ...option,
  fallback: undefined,
  optional: true,
});

const isRecord = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const record: Option<Given> = {
  takes: "an object",
  fallback: {},
  read: (value) => (isRecord(value) ? value : undefined),
};

const words: Option<readonly string[]> = {
  takes: "a list of words",
  fallback: [],
  read: (value) =>
    Array.isArray(value) && value.every((word): word is string => typeof word === "string")
      ? value
      : undefined,
};

const keys = {
  models: left(words),
  preset: left(choice(["recommended", "strict"], "recommended")),
  rules: record,
  budgets: record,
  compile: record,
};

const compileKeys = {
  maxBatch: left(integer(1)),
  train: left(flag(true)),
  freeze: left(words),
  target: left(choice(["ts", "wasm"], "ts")),
};

const budgetKeys = {
  parameters: left(positive()),
  multiplyAdds: left(positive()),
  inferenceBytes: left(positive()),
  trainingBytes: left(positive()),
  moduleBytes: left(positive()),
} satisfies { readonly [K in keyof Budget]-?: Option<number | undefined> };

const levelNames: readonly Level[] = ["off", "warning", "error"];

/** "error", or ["error", { … }] with the options that the rule declares. */
function readRule(name: string, value: unknown): { code: Code; level: Level; given?: Given } {
  const code = codeOf(name);
  if (!code) return refuse("KS510", "there is no such rule", { fix: meant(name) });
  const [first, given, ...rest]: readonly unknown[] = Array.isArray(value) ? value : [value];
  const level = levelNames.find((known) => known === first);
  if (!level || rest.length > 0)
    return refuse(
      "KS510",
      `it must be "off", "warning" or "error", or a list of one of these and options, but is ${show(value)}`,
    );
  const declared: Declared = rules.find((rule) => rule.code === code)?.options ?? {};
  if (given !== undefined && Object.keys(declared).length === 0)
    refuse("KS510", "it takes no options", { fix: `Give the level alone: "${level}".` });
  if (level !== "off") readOptions("it", given, declared);
  return { code, level, ...(isRecord(given) ? { given } : undefined) };
}

/** One budget for every model, or one for each name. */
function readBudgets(given: Given, faults: Diagnostic[]): ReadonlyMap<string, Budget> {
  const byName = Object.keys(given).length > 0 && Object.values(given).every(isRecord);
  const each = byName ? Object.entries(given) : [[everyModel, given] as const];
  return new Map(
    each.flatMap(([name, value]) => {
      const key = byName ? `budgets.${name}` : "budgets";
      const found = attempt(faults, key, () => readOptions("it", value, budgetKeys));
      return found ? [[name, found] as const] : [];
    }),
  );
}

const everyModel = "*";

/** What `act` refuses becomes a fault of the configuration, at the key. */
function attempt<T>(faults: Diagnostic[], key: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    const { message, ...more } = error.diagnostic;
    const where = key === "" ? "" : `${key}: `;
    faults.push({ ...more, code: "KS510", message: `${where}${message}` });
    return undefined;
  }
}
