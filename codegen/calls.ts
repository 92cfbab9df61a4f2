import type { Built } from "../src/graph/model.ts";
import { invariant } from "../src/diagnostics.ts";
import type { Tensor } from "../src/tensor/expr.ts";
import type { LoweredKernel, Run } from "./assemble.ts";
import { elementZero, type Home, homeOf } from "./memory/arena.ts";
import type { Statement, Value } from "./loops/loop.ts";
import type { Kernel, Port, Wasm } from "./plan.ts";
import { preludeText } from "./prelude/index.ts";
import type { Lowered } from "./loops/lower.ts";
import { kernelText, usesBatch } from "./typescript/kernel.ts";
import { loadCall } from "./typescript/load.ts";
import { type Names, namesFor } from "./typescript/names.ts";

/** What a module's functions run: the names that its WebAssembly exports them under. */
export type EntryName = "prepare" | "forward" | "evaluate" | "backward" | "update";

/** Numbers that move as they are: where from, where to, how many. In floats. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** A target's way to write kernels down, each once, and the statements of the module that run them. */
export interface Writer {
  readonly kernels: readonly Kernel[];
  prelude(): string[];
  /** What the module calls an input: its own name where that is free. */
  variable(port: Port): Port;
  /** Inputs in, halos filled, then the kernels of these nests. */
  calls(
    entry: EntryName,
    run: Run,
    nests: readonly number[],
    ports: readonly Port[],
    built: Built,
  ): string[];
  /** The moves, then all kernels of the run. */
  update(run: Run, moves: readonly Move[]): string[];
  /** Of a target that has its kernels there. */
  wasm(arena: number): Wasm | undefined;
}

/** Kernels as functions in TypeScript. */
export class TypeScriptWriter implements Writer {
  readonly kernels: Kernel[] = [];
  readonly #names: Names;
  readonly #layout: "nchw" | "nhwc";
  readonly #byKey = new Map<string, string>();
  readonly #helpers = new Set<string>();

  constructor(model: string, layout: "nchw" | "nhwc") {
    this.#names = namesFor(model);
    this.#layout = layout;
  }

  variable(port: Port): Port {
    return { ...port, variable: this.#names.claim(port.name) };
  }

  prelude(): string[] {
    return preludeText([...this.#helpers]);
  }

  wasm(): undefined {
    return undefined;
  }

  update(run: Run, moves: readonly Move[]): string[] {
    return [
      ...moves.map(({ from, to, size }) => `m.copyWithin(${to}, ${from}, ${from + size});`),
      ...run.kernels.map((_, k) => this.#kernel(run, k, "update")),
    ];
  }

  calls(
    entry: EntryName,
    run: Run,
    nests: readonly number[],
    ports: readonly Port[],
    built: Built,
  ): string[] {
    const calls: string[] = [];
    const fill = (before: number) => {
      for (const { home, before: at } of run.arena.fills)
        if (at === before) calls.push(fillCall(home));
    };
    fill(-1);
    for (const port of ports) calls.push(this.#load(homeOf(run.arena, inputOf(built, port)), port));
    for (const k of nests) {
      fill(k);
      calls.push(this.#kernel(run, k, entry));
    }
    return calls;
  }

  #load(home: Home, port: Port): string {
    const { call, kernel } = loadCall(
      home,
      port.variable ?? port.name,
      this.#layout,
      (stem) => stem,
    );
    if (!kernel) return call;
    const name = this.#once(kernel.text, kernel.text, kernel.name, kernel.name, kernel.from);
    return call.replace(kernel.name, name);
  }

  #kernel(run: Run, k: number, entry: EntryName): string {
    const kernel = run.kernels[k];
    invariant(kernel, `no kernel ${k}`);
    for (const helper of helpersOf(kernel.body)) this.#helpers.add(helper);
    const stem = stemOf(kernel, entry);
    const text = kernelText("kernel", kernel.comment, kernel);
    const name = this.#once(
      text,
      anonymous(kernelText("kernel", [], kernel), kernel),
      "kernel",
      stem,
      kernel.from.join(", "),
    );
    const pointers = kernel.pointers.map((p) => elementZero(homeOf(run.arena, p.tensor)));
    const numbers = [...(usesBatch(kernel.body) ? ["batch"] : []), ...pointers];
    return `${name}(${["m", ...numbers].join(", ")});`;
  }

  /** The name of the function that does this, written now if it is new. */
  #once(text: string, key: string, placeholder: string, stem: string, from: string): string {
    const known = this.#byKey.get(key);
    if (known) return known;
    const name = this.#names.claim(stem);
    this.#byKey.set(key, name);
    const named = text.replace(`function ${placeholder}(`, () => `function ${name}(`);
    this.kernels.push({ name, text: named, from });
    return name;
  }
}

/** A kernel's text whatever its tensors are called: layers of equal shape share one. */
export function anonymous(text: string, { pointers }: Lowered): string {
  const places = new Map(pointers.map((p, k) => [p.name, `p${k}`]));
  return text.replace(/\w+At\d*\b/g, (word) => places.get(word) ?? word);
}

/** "conv1" for conv1's output, "conv1.train" in the training run, "backward.conv1.weight" for d.conv1.weight. */
export function stemOf({ writes, from: [from] }: LoweredKernel, entry: EntryName): string {
  const tensor = writes[0]?.name ?? "kernel";
  if (tensor.startsWith("d.")) return `backward.${tensor.slice(2)}`;
  return entry === "backward" && from ? `${from}.train` : from || tensor;
}

export function inputOf(built: Built, port: Port): Tensor {
  const { variables } = built.training?.graph ?? built.graph;
  const tensor = variables.find((v) => v.tensor.name === port.name)?.tensor;
  invariant(tensor, `the input ${port.name} is no variable`);
  return tensor;
}

function fillCall({ storage, offset }: Home): string {
  const end = offset + storage.size;
  const to = storage.batched ? `${offset} + ${storage.size} * batch` : `${end}`;
  return `m.fill(${storage.fill}, ${offset}, ${to});`;
}

const helperOf: { readonly [fn: string]: string } = {
  erf: "erf",
  round: "roundHalfEven",
  random: "uniform",
};

/** Functions of the prelude that the statements call. */
function helpersOf(body: readonly Statement[]): Set<string> {
  const found = new Set<string>();
  const look = (v: Value): void => {
    if (v.kind !== "apply") return;
    const helper = helperOf[v.fn];
    if (helper) found.add(helper);
    v.args.forEach(look);
  };
  const visit = (s: Statement): void => {
    if ("body" in s) s.body.forEach(visit);
    if ("value" in s && typeof s.value === "object" && s.kind !== "integer") look(s.value as Value); // a Value but in integers
  };
  body.forEach(visit);
  return found;
}
