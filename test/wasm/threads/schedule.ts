import type { Func, Node } from "../../../codegen/wasm/module.ts";

/** Functions that the module under test calls and the test has: of numbers, to a number or nothing. */
export type Given = { readonly [name: string]: (...numbers: number[]) => number };

/** Why a thread stands still: it has something to do, it sleeps at an address, it is done. */
type Where = "ready" | { readonly asleep: number } | "over";

/** Leaves a block, or goes back to the start of a loop. */
type Exit = string | undefined;

/**
 * Threads that run WebAssembly as trees, in a schedule of the test's: after each access to memory
 * another may go on. Memory is of words.
 */
export class Threads {
  readonly #memory = new Map<number, number>();
  readonly #functions: ReadonlyMap<string, Func>;
  readonly #given: Given;
  readonly #threads: Generator<void, void>[] = [];
  readonly #where: Where[] = [];

  constructor(functions: readonly Func[], given: Given) {
    this.#functions = new Map(functions.map((func) => [func.name, func]));
    this.#given = given;
  }

  /** A thread that makes these calls, one after the other. */
  start(calls: readonly (readonly [name: string, ...args: number[]])[], then?: () => void): void {
    const id = this.#threads.length;
    this.#where.push("ready");
    const all = function* (this: Threads): Generator<void, void> {
      for (const [name, ...args] of calls) {
        yield* this.#call(id, name, args);
        then?.();
      }
    };
    this.#threads.push(all.call(this));
  }

  /** Lets threads go on, whichever is chosen of those that can, until none can. Gives those that sleep. */
  run(choose: (ready: readonly number[]) => number, most: number): number {
    for (let turn = 0; turn < most; turn++) {
      const ready = [...this.#where.keys()].filter((id) => this.#where[id] === "ready");
      if (ready.length === 0) return this.#where.filter((where) => where !== "over").length;
      const id = choose(ready);
      if (this.#threads[id]?.next().done) this.#where[id] = "over";
    }
    throw new Error("no end in sight");
  }

  *#call(id: number, name: string, args: readonly number[]): Generator<void, number> {
    const func = this.#functions.get(name);
    if (!func) {
      const given = this.#given[name];
      if (!given) throw new Error(`there is no function ${name}`);
      yield;
      return given(...args);
    }
    const locals = new Map(func.locals.map((local) => [local.name, 0]));
    for (const [i, param] of func.params.entries()) locals.set(param.name, args[i] ?? 0);
    let result = 0;
    for (const node of func.body) {
      const { value, exit } = yield* this.#node(id, node, locals);
      if (exit !== undefined) throw new Error(`nothing is called ${exit}`);
      result = value;
    }
    return result;
  }

  *#node(id: number, node: Node, locals: Map<string, number>): Generator<void, Outcome> {
    switch (node.op) {
      case "const":
        return { value: node.value };
      case "get":
        return { value: locals.get(node.local) ?? 0 };
      case "set": {
        const { value } = yield* this.#node(id, node.value, locals);
        locals.set(node.local, value);
        return { value: 0 };
      }
      case "call": {
        const args = yield* this.#all(id, node.args, locals);
        return { value: yield* this.#call(id, node.function, args) };
      }
      case "plain": {
        const args = yield* this.#all(id, node.args, locals);
        const act = operations[node.name];
        if (!act) throw new Error(`${node.name} is not known here`);
        return { value: act(...args) };
      }
      case "memory": {
        const args = yield* this.#all(id, node.args, locals);
        return { value: yield* this.#access(id, node.name, args) };
      }
      case "if": {
        const { value } = yield* this.#node(id, node.when, locals);
        return yield* this.#body(id, value ? node.then : (node.otherwise ?? []), locals);
      }
      case "block": {
        const { exit } = yield* this.#body(id, node.body, locals);
        return { value: 0, exit: exit === node.label ? undefined : exit };
      }
      case "loop":
        for (;;) {
          const { exit } = yield* this.#body(id, node.body, locals);
          if (exit !== node.label) return { value: 0, exit };
        }
      case "branch": {
        const taken = node.when ? (yield* this.#node(id, node.when, locals)).value : 1;
        return { value: 0, exit: taken ? node.label : undefined };
      }
      default:
        throw new Error(`${node.op} is not known here`);
    }
  }

  *#body(
    id: number,
    nodes: readonly Node[],
    locals: Map<string, number>,
  ): Generator<void, Outcome> {
    let last: Outcome = { value: 0 };
    for (const node of nodes) {
      last = yield* this.#node(id, node, locals);
      if (last.exit !== undefined) return last;
    }
    return last;
  }

  *#all(
    id: number,
    nodes: readonly Node[],
    locals: Map<string, number>,
  ): Generator<void, number[]> {
    const values: number[] = [];
    for (const node of nodes) values.push((yield* this.#node(id, node, locals)).value);
    return values;
  }

  *#access(id: number, name: string, [at = 0, value = 0]: number[]): Generator<void, number> {
    yield;
    const before = this.#memory.get(at) ?? 0;
    switch (name) {
      case "i32.load":
      case "i32.atomic.load":
        return before;
      case "i32.store":
      case "i32.atomic.store":
        this.#memory.set(at, value);
        return 0;
      case "i32.atomic.rmw.add":
        this.#memory.set(at, (before + value) | 0);
        return before;
      case "memory.atomic.wait32":
        if (before !== value) return 1;
        this.#where[id] = { asleep: at };
        yield;
        return 0;
      case "memory.atomic.notify":
        for (const [other, where] of this.#where.entries())
          if (typeof where === "object" && where.asleep === at) this.#where[other] = "ready";
        return 0;
      default:
        throw new Error(`${name} is not known here`);
    }
  }
}

interface Outcome {
  readonly value: number;
  readonly exit?: Exit;
}

const operations: { readonly [name: string]: (...numbers: number[]) => number } = {
  drop: () => 0,
  "i32.add": (a = 0, b = 0) => (a + b) | 0,
  "i32.and": (a = 0, b = 0) => a & b,
  "i32.or": (a = 0, b = 0) => a | b,
  "i32.shl": (a = 0, b = 0) => a << b,
  "i32.shr_u": (a = 0, b = 0) => (a >>> b) | 0,
  "i32.eq": (a, b) => Number(a === b),
  "i32.eqz": (a) => Number(a === 0),
  "i32.gt_s": (a = 0, b = 0) => Number(a > b),
  "i32.lt_u": (a = 0, b = 0) => Number(a >>> 0 < b >>> 0),
  "i32.gt_u": (a = 0, b = 0) => Number(a >>> 0 > b >>> 0),
  "i64.extend_i32_s": (a = 0) => a,
};
