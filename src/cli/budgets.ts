import { compile, type Compiled } from "../../codegen/compile.ts";
import type { Budget, CompileSettings } from "../config.ts";
import { type Code, KernelsmithError } from "../diagnostics.ts";
import type { Built, Model } from "../graph/model.ts";
import type { Finding, Span } from "../lint/finding.ts";
import { type Row, summary } from "../report/summary.ts";
import { bytes, thousands } from "../report/table.ts";

/** A model that was followed as a whole. */
export interface Budgeted {
  readonly name: string;
  readonly built: Built;
  readonly model: Model;
  readonly at: Span;
}

/** What a model costs beyond its budget. It is compiled only where memory or the module's size is asked. */
export async function overBudget(
  of: Budgeted,
  budget: Budget,
  compile: CompileSettings,
): Promise<readonly Finding[]> {
  const spender = new Spender(of, compile);
  const found: Finding[] = [];
  for (const row of budgets) {
    const limit = budget[row.of];
    if (limit === undefined) continue;
    const spent = await row.spent(spender);
    if (spent === undefined || spent.total <= limit) continue;
    found.push({
      code: row.code,
      severity: "error",
      message: `${of.name} ${row.verb} ${row.show(spent.total)}, and its budget is ${row.show(limit)}`,
      notes: dearest(spent.layers, row.show),
      at: of.at,
      trail: [],
      fixes: [],
    });
  }
  return found;
}

interface Spent {
  readonly total: number;
  /** Of each layer, by its name. */
  readonly layers: ReadonlyMap<string, number>;
}

interface BudgetRow {
  readonly of: keyof Budget;
  readonly code: Code;
  readonly verb: string;
  readonly show: (n: number) => string;
  /** Nothing of a model that is not compiled that way. */
  readonly spent: (spender: Spender) => Spent | undefined | Promise<Spent | undefined>;
}

const exactly = (n: number): string => `${bytes(n)} (${thousands(n)} bytes)`;

const budgets: readonly BudgetRow[] = [
  {
    of: "parameters",
    code: "KS401",
    verb: "has",
    show: (n) => `${thousands(n)} parameters`,
    spent: (s) => ({ total: s.summary.parameters, layers: s.each((row) => row.parameters) }),
  },
  {
    of: "multiplyAdds",
    code: "KS402",
    verb: "takes",
    show: (n) => `${thousands(n)} multiply-adds a sample`,
    spent: (s) => ({ total: s.summary.multiplyAdds, layers: s.each((row) => row.multiplyAdds) }),
  },
  {
    of: "inferenceBytes",
    code: "KS403",
    verb: "takes for inference",
    show: exactly,
    spent: (s) => s.memory(false),
  },
  {
    of: "trainingBytes",
    code: "KS404",
    verb: "takes for training",
    show: exactly,
    spent: (s) => s.memory(true),
  },
  {
    of: "moduleBytes",
    code: "KS405",
    verb: "becomes a module of",
    show: exactly,
    spent: (s) => s.module(),
  },
];

/** Works out what a model costs, each thing when it is asked. */
class Spender {
  readonly #of: Budgeted;
  readonly #settings: CompileSettings;
  readonly #compiled = new Map<boolean, Promise<Compiled | undefined>>();
  #summary: ReturnType<typeof summary> | undefined;

  constructor(of: Budgeted, settings: CompileSettings) {
    this.#of = of;
    this.#settings = settings;
  }

  get summary(): ReturnType<typeof summary> {
    return (this.#summary ??= summary(this.#of.built.graph));
  }

  each(pick: (row: Row) => number): ReadonlyMap<string, number> {
    return new Map(this.summary.rows.map((row) => [row.name, pick(row)]));
  }

  /** The arena, for `maxBatch` samples. */
  async memory(train: boolean): Promise<Spent | undefined> {
    const compiled = await this.#compile(train);
    if (!compiled) return undefined;
    const { arena, maxBatch } = compiled.plan;
    const layers = this.each((row) => 4 * row.parameters + maxBatch * row.activationBytes);
    return { total: 4 * arena, layers };
  }

  /** The module as it is going to be compiled: its kernels' text is by the layer it came from. */
  async module(): Promise<Spent | undefined> {
    const { train = this.#trains } = this.#settings;
    const compiled = await this.#compile(train);
    if (!compiled) return undefined;
    const size = (text: string | Uint8Array) => new TextEncoder().encode(`${text}`).length;
    const layers = new Map<string, number>();
    for (const { from, text } of compiled.plan.kernels) {
      const [layer = ""] = from.split(/[.,]/);
      layers.set(layer, (layers.get(layer) ?? 0) + size(text));
    }
    return { total: compiled.files.reduce((sum, { text }) => sum + size(text), 0), layers };
  }

  get #trains(): boolean {
    return this.#of.model.train.loss !== undefined;
  }

  /** Undefined for training where there is no loss, and where the compiler refuses: others tell of that. */
  #compile(train: boolean): Promise<Compiled | undefined> {
    if (train && !this.#trains) return Promise.resolve(undefined);
    const known = this.#compiled.get(train);
    if (known) return known;
    const { maxBatch, freeze, target } = this.#settings;
    const made = compile(this.#of.model, {
      name: this.#of.name,
      train,
      ...(maxBatch !== undefined && { maxBatch }),
      ...(target !== undefined && { target }),
      ...(train && freeze && { freeze }),
    }).catch((error: unknown) => {
      if (error instanceof KernelsmithError) return undefined;
      throw error;
    });
    this.#compiled.set(train, made);
    return made;
  }
}

/** The three layers that cost most. */
const dearest = (layers: ReadonlyMap<string, number>, show: (n: number) => string): string[] =>
  [...layers]
    .filter(([, cost]) => cost > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, cost]) => `${name}: ${show(cost)}`);
