import type { Built } from "../../src/graph/model.ts";
import { invariant } from "../../src/diagnostics.ts";
import type { Run } from "../assemble.ts";
import { anonymous, type EntryName, inputOf, type Move, stemOf, type Writer } from "../calls.ts";
import { type Home, homeOf } from "../memory/arena.ts";
import type { Kernel, Port, Wasm } from "../plan.ts";
import { usesBatch } from "../typescript/kernel.ts";
import { type Names, namesFor } from "../typescript/names.ts";
import { encode } from "./encode.ts";
import { fill, fillCall, frame, frameCall } from "./fill.ts";
import { kernelFunctions } from "./kernel.ts";
import { functionsFor, type MathName } from "./math/index.ts";
import { call, type Func, get, i32, type Module, plain, floatBytes } from "./module.ts";
import { dealIfWorth } from "./threads/deal.ts";
import { copyJob, fillJob, type Job, kernelJob } from "./threads/job.ts";
import { partParams } from "./threads/bounds.ts";
import { team } from "./threads/team.ts";
import { wat } from "./wat.ts";

/** What a module for threads has to know. */
export interface ForThreads {
  readonly maxBatch: number;
}

/** Kernels as functions of one WebAssembly module, and a function of it for each run, for one thread or for several. */
export class WasmWriter implements Writer {
  readonly kernels: readonly Kernel[] = [];
  readonly #names: Names;
  readonly #functions: Func[] = [];
  readonly #threads: ForThreads | undefined;
  readonly #entries = new Map<EntryName, Job[]>();
  readonly #byKey = new Map<string, string>();
  readonly #math = new Set<MathName>();
  readonly #fills = new Set<Func>();

  constructor(model: string, threads?: ForThreads) {
    this.#names = namesFor(model, threads !== undefined);
    this.#threads = threads;
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
    const jobs: Job[] = [];
    for (const k of nests) {
      for (const { home, before } of run.arena.fills) if (before === k) jobs.push(this.#fill(home));
      jobs.push(this.#kernel(run, k, entry));
    }
    this.#entries.set(entry, jobs);
    const inputs = ports.map((port) => {
      const { offset } = homeOf(run.arena, inputOf(built, port));
      return `m.set(${port.variable ?? port.name}, ${offset});`;
    });
    return [...inputs, `k.${entry}(${entry === "prepare" ? "" : "batch"});`];
  }

  update(run: Run, moves: readonly Move[]): string[] {
    const moved = moves.map(({ from, to, size }) => {
      const copy = plain(
        "memory.copy",
        i32(to * floatBytes),
        i32(from * floatBytes),
        i32(size * floatBytes),
      );
      return copyJob(from, to, size, copy);
    });
    const kernels = run.kernels.map((_, k) => this.#kernel(run, k, "update"));
    this.#entries.set("update", [...moved, ...kernels]);
    return ["k.update();"];
  }

  wasm(arena: number): Wasm {
    const end = arena * floatBytes + slack;
    const entries = [...this.#entries].map(([name, jobs]) => ({
      name,
      params: batched.has(name) ? [{ name: "batch", type: "i32" } as const] : [],
      jobs,
    }));
    const runs = this.#threads && team(entries, this.#threads.maxBatch, end);
    const pages = Math.ceil((runs?.end ?? end) / page);
    const module: Module = {
      memory: { pages, shared: runs !== undefined },
      functions: [
        ...functionsFor(this.#math),
        ...this.#fills,
        ...this.#functions,
        ...(runs?.functions ??
          entries.map(({ name, params, jobs }) => ({
            name,
            params,
            locals: [],
            body: jobs.map(({ node }) => node),
          }))),
      ],
      exports: runs?.exports ?? entries.map(({ name }) => name),
    };
    return {
      bytes: encode(module),
      text: () => wat(module),
      ...(runs ? { threads: { pages } } : undefined),
    };
  }

  /** For which jobs are weighed; one thread does not ask. */
  get #samples(): number {
    return this.#threads?.maxBatch ?? 1;
  }

  #fill(home: Home): Job {
    const shared = this.#threads !== undefined;
    const around = shared ? undefined : frameCall(home);
    if (around) this.#fills.add(fill).add(frame);
    else if (home.storage.fill !== 0) this.#fills.add(fill);
    return fillJob(home, this.#samples, (dealt) => around ?? fillCall(home, shared && dealt));
  }

  #kernel(run: Run, k: number, entry: EntryName): Job {
    const kernel = run.kernels[k];
    invariant(kernel, `no kernel ${k}`);
    const dealt = this.#threads && dealIfWorth(kernel.body, this.#samples);
    const key = anonymous(JSON.stringify(kernel.body), kernel);
    let name = this.#byKey.get(key);
    if (!name) {
      name = this.#names.claim(stemOf(kernel, entry));
      this.#byKey.set(key, name);
      const { functions, math } = kernelFunctions(name, kernel.comment, kernel, dealt);
      this.#functions.push(...functions);
      for (const fn of math) this.#math.add(fn);
    }
    const pointers = kernel.pointers.map((p) =>
      i32(homeOf(run.arena, p.tensor).offset * floatBytes),
    );
    const node = call(
      name,
      ...(dealt ? partParams.map((param) => get(param.name)) : []),
      ...(usesBatch(kernel.body) ? [get("batch")] : []),
      ...pointers,
    );
    return kernelJob(run, k, this.#samples, node, dealt);
  }
}

const batched: ReadonlySet<EntryName> = new Set(["forward", "evaluate", "backward"]);

/** Of memory: what a WebAssembly memory grows by. */
const page = 65536;
/** A vector's load may go this far beyond the last float. */
const slack = 16;
