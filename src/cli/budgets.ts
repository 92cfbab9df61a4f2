import { compile, type Compiled } from "../../codegen/compile.ts";
import type { Wasm } from "../../codegen/plan.ts";
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
  readonly trail: readonly Span[];
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
    const { total, layers } = spent;
    found.push({
      code: row.code,
      severity: "error",
      message: `${row.says(of.name, row.show(total))}, ${row.show(total - limit)} more than its budget of ${row.show(limit)}`,
      notes: dearest(layers, row.show),
      ...(row.fix !== undefined && { fix: row.fix }),
      at: of.at,
      trail: of.trail,
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
  readonly says: (model: string, amount: string) => string;
  readonly show: (n: number) => string;
  readonly fix?: string;
  /** Nothing of a model that is not compiled that way. */
  readonly spent: (spender: Spender) => Spent | undefined | Promise<Spent | undefined>;
}

const fewer = "Memory grows with compile.maxBatch: fewer samples at once need less.";

const budgets: readonly BudgetRow[] = [
  {
    of: "parameters",
    code: "KS401",
    says: (model, amount) => `${model} has ${amount} parameters`,
    show: thousands,
    spent: (s) => ({ total: s.summary.parameters, layers: s.each((row) => row.parameters) }),
  },
  {
    of: "multiplyAdds",
    code: "KS402",
    says: (model, amount) => `${model} takes ${amount} multiply-adds a sample`,
    show: thousands,
    spent: (s) => ({ total: s.summary.multiplyAdds, layers: s.each((row) => row.multiplyAdds) }),
  },
  {
    of: "inferenceBytes",
    code: "KS403",
    says: (model, amount) => `${model} takes ${amount} of memory for inference`,
    show: bytes,
    fix: fewer,
    spent: (s) => s.memory(false),
  },
  {
    of: "trainingBytes",
    code: "KS404",
    says: (model, amount) => `${model} takes ${amount} of memory for training`,
    show: bytes,
    fix: fewer,
    spent: (s) => s.memory(true),
  },
  {
    of: "moduleBytes",
    code: "KS405",
    says: (model, amount) => `${model} becomes a module of ${amount}`,
    show: bytes,
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
    const uses = compiled.memory.map(({ name, floats }) => ({ name, size: 4 * floats }));
    return { total: 4 * compiled.plan.arena, layers: this.#byLayer(uses) };
  }

  /** The module as it is going to be compiled. */
  async module(): Promise<Spent | undefined> {
    const { train = this.#trains } = this.#settings;
    const compiled = await this.#compile(train);
    if (!compiled) return undefined;
    const layers = this.#byLayer(
      compiled.plan.wasm ? wasmParts(compiled.plan.wasm) : kernels(compiled),
    );
    return { total: compiled.files.reduce((sum, { text }) => sum + sizeOf(text), 0), layers };
  }

  /** By the layer for which each is named: conv1 has conv1.weight, d.conv1 and backwardConv1Weight. */
  #byLayer(parts: readonly Part[]): ReadonlyMap<string, number> {
    const { graph } = this.#of.built.training ?? this.#of.built;
    const plain = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
    const layers = new Map<string, number>();
    for (const { name, size } of parts) {
      const word = plain(name.replace(/^(d\.|backward)/, ""));
      const [layer = name.split(".")[0] ?? name] = graph.nodes
        .map((node) => node.name)
        .filter((node) => word.startsWith(plain(node)))
        .sort((a, b) => b.length - a.length);
      layers.set(layer, (layers.get(layer) ?? 0) + size);
    }
    return layers;
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

interface Part {
  readonly name: string;
  readonly size: number;
}

const sizeOf = (text: string | Uint8Array): number =>
  typeof text === "string" ? new TextEncoder().encode(text).length : text.length;

const kernels = ({ plan }: Compiled): readonly Part[] =>
  plan.kernels.map(({ name, text }) => ({ name, size: sizeOf(text) }));

/** Functions, by their share of the text: what bytes each takes is not told apart. */
function wasmParts({ bytes, text }: Wasm): readonly Part[] {
  const all = text();
  return all.split(/^ {2}(?=\(func )/m).flatMap((whole) => {
    const [, name] = /^\(func \$([^ )]+)/.exec(whole) ?? [];
    return name === undefined
      ? []
      : [{ name, size: Math.round((bytes.length * whole.length) / all.length) }];
  });
}

/** The three layers that cost most. */
const dearest = (layers: ReadonlyMap<string, number>, show: (n: number) => string): string[] =>
  [...layers]
    .filter(([, cost]) => cost > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, cost]) => `${name}: ${show(cost)}`);
