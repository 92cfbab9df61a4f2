import type { Built } from "../../src/graph/model.ts";
import { invariant } from "../../src/diagnostics.ts";
import type { Run } from "../assemble.ts";
import { type EntryName, inputOf, type Move, stemOf, type Writer } from "../calls.ts";
import { type Home, homeOf } from "../memory/arena.ts";
import type { Kernel, Port, Wasm } from "../plan.ts";
import { usesBatch } from "../typescript/kernel.ts";
import { type Names, namesFor } from "../typescript/names.ts";
import { encode } from "./encode.ts";
import { fill, fillCall } from "./fill.ts";
import { kernelFunctions } from "./kernel.ts";
import { functionsFor, type MathName } from "./math/index.ts";
import { call, type Func, get, i32, type Module, type Node, plain } from "./module.ts";
import { wat } from "./wat.ts";

/** Kernels as functions of one WebAssembly module, and a function of it for each run. */
export class WasmWriter implements Writer {
  readonly kernels: readonly Kernel[] = [];
  readonly #names: Names;
  readonly #functions: Func[] = [];
  readonly #entries = new Map<EntryName, Node[]>();
  readonly #byKey = new Map<string, string>();
  readonly #math = new Set<MathName>();
  #fills = false;

  constructor(model: string) {
    this.#names = namesFor(model);
  }

  variable(port: Port): Port {
    return { ...port, variable: this.#names.claim(port.name) };
  }

  prelude(): string[] {
    return [];
  }

  calls(
    entry: EntryName,
    run: Run,
    nests: readonly number[],
    ports: readonly Port[],
    built: Built,
  ): string[] {
    const body: Node[] = [];
    for (const k of nests) {
      for (const { home, before } of run.arena.fills)
        if (before === k) body.push(...this.#fill(home));
      body.push(this.#kernel(run, k, entry));
    }
    this.#entries.set(entry, body);
    const inputs = ports.map((port) => {
      const { offset } = homeOf(run.arena, inputOf(built, port));
      return `m.set(${port.variable ?? port.name}, ${offset});`;
    });
    return [...inputs, `k.${entry}(${entry === "prepare" ? "" : "batch"});`];
  }

  update(run: Run, moves: readonly Move[]): string[] {
    const moved = moves.map(({ from, to, size }) =>
      plain("memory.copy", i32(to * bytes), i32(from * bytes), i32(size * bytes)),
    );
    const calls = run.kernels.map((_, k) => this.#kernel(run, k, "update"));
    this.#entries.set("update", [...moved, ...calls]);
    return ["k.update();"];
  }

  wasm(arena: number): Wasm {
    const entries = [...this.#entries].map(([name, body]): Func => ({
      name,
      params: batched.has(name) ? [{ name: "batch", type: "i32" }] : [],
      locals: [],
      body,
    }));
    const module: Module = {
      memory: { pages: Math.ceil((arena * bytes + slack) / page), shared: false },
      functions: [
        ...functionsFor(this.#math),
        ...(this.#fills ? [fill] : []),
        ...this.#functions,
        ...entries,
      ],
      exports: entries.map(({ name }) => name),
    };
    return { bytes: encode(module), text: () => wat(module) };
  }

  #fill(home: Home): Node[] {
    if (home.storage.fill !== 0) this.#fills = true;
    return [fillCall(home)];
  }

  #kernel(run: Run, k: number, entry: EntryName): Node {
    const kernel = run.kernels[k];
    invariant(kernel, `no kernel ${k}`);
    const places = new Map(kernel.pointers.map((p, i) => [p.name, `p${i}`]));
    const key = JSON.stringify(kernel.body).replace(
      /\w+At\d*\b/g,
      (word) => places.get(word) ?? word,
    );
    let name = this.#byKey.get(key);
    if (!name) {
      name = this.#names.claim(stemOf(kernel, entry));
      this.#byKey.set(key, name);
      const { functions, math } = kernelFunctions(name, kernel.comment, kernel);
      this.#functions.push(...functions);
      for (const fn of math) this.#math.add(fn);
    }
    const pointers = kernel.pointers.map((p) => i32(homeOf(run.arena, p.tensor).offset * bytes));
    return call(name, ...(usesBatch(kernel.body) ? [get("batch")] : []), ...pointers);
  }
}

const batched: ReadonlySet<EntryName> = new Set(["forward", "evaluate", "backward"]);

/** Of a float. */
const bytes = 4;
/** Of memory: what a WebAssembly memory grows by. */
const page = 65536;
/** A vector's load may go this far beyond the last float. */
const slack = 16;
