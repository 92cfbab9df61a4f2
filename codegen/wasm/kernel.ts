import { invariant } from "../../src/diagnostics.ts";
import type { Integer, Loop, Statement, Value } from "../loops/loop.ts";
import type { Lowered } from "../loops/lower.ts";
import { usesBatch } from "../typescript/kernel.ts";
import { Integers } from "./integers.ts";
import { type Func, get, i32, type Local, type Node, plain, set, type Type } from "./module.ts";
import { rows } from "./rows.ts";
import type { MathName } from "./math/index.ts";
import { Bounds, partParams } from "./threads/bounds.ts";
import type { Deal } from "./threads/deal.ts";
import { type Names, Values } from "./values.ts";
import { wideLocals } from "./wide.ts";

/**
 * A kernel as functions: its own, last, and those that it calls. It takes which part it is and of how
 * many, where it is dealt out, the batch where it asks for it, and its pointers in bytes.
 */
export interface KernelFunctions {
  readonly functions: readonly Func[];
  /** Functions of `math` that they call. */
  readonly math: ReadonlySet<MathName>;
}

export function kernelFunctions(
  name: string,
  comment: readonly string[],
  lowered: Lowered,
  deal?: Deal,
): KernelFunctions {
  return new KernelWriter(name, comment, lowered, deal).written();
}

class KernelWriter {
  readonly #name: string;
  readonly #comment: readonly string[];
  readonly #lowered: Lowered;
  readonly #types = new Map<string, Type>();
  readonly #negative = new Set<string>();
  readonly #math = new Set<MathName>();
  readonly #wide = new Set<string>();
  readonly #functions: Func[] = [];
  readonly #rows: ReadonlySet<Loop>;
  readonly #integers = new Integers((local) => this.#negative.has(local));
  readonly #values: Values;
  readonly #bounds: Bounds | undefined;
  #temporaries = 0;
  #labels = 0;

  constructor(name: string, comment: readonly string[], lowered: Lowered, deal?: Deal) {
    this.#name = name;
    this.#comment = comment;
    this.#lowered = lowered;
    this.#rows = rows(lowered.body);
    this.#bounds = deal && new Bounds(deal, (local) => this.#local(local, "i32"));
    const names: Names = {
      typeOf: (local) => {
        const type = this.#types.get(local);
        invariant(type, `${local} is no local`);
        return type;
      },
      temporary: (type) => this.#local(`tmp${++this.#temporaries}`, type),
      calls: (fn) => this.#math.add(fn),
    };
    this.#values = new Values(names, this.#integers);
  }

  written(): KernelFunctions {
    const { body, pointers } = this.#lowered;
    const params = [
      ...(this.#bounds ? partParams : []),
      ...[...(usesBatch(body) ? ["batch"] : []), ...pointers.map((p) => p.name)].map(
        (name): Local => ({ name, type: "i32" }),
      ),
    ];
    for (const { name, type } of params) this.#local(name, type);
    for (const name of wideLocals(
      body,
      (v) => this.#values.isVector(v),
      (s) => this.#declare(s),
    ))
      this.#wide.add(name);
    const nodes = [...(this.#bounds?.start() ?? []), ...this.#statements(body)];
    this.#functions.push(this.#func(this.#name, this.#comment, params, nodes));
    return { functions: this.#functions, math: this.#math };
  }

  /** The type of what a statement gives a value. */
  #declare(s: Statement): void {
    if (s.kind === "let") {
      const vector = this.#wide.has(s.name) || this.#values.isVector(s.value);
      this.#local(s.name, vector ? "v128" : "f32");
    }
    if (s.kind === "accumulator") this.#local(s.name, s.vector ? "v128" : "f32");
  }

  #local(name: string, type: Type): string {
    this.#types.set(name, type);
    return name;
  }

  #func(
    name: string,
    comment: readonly string[],
    params: readonly Local[],
    body: readonly Node[],
  ): Func {
    const given = new Set(params.map((p) => p.name));
    const written = [...localsOf(body)].filter((local) => !given.has(local));
    const locals = written.map((local) => ({ name: local, type: this.#typeOf(local) }));
    return { name, comment, params, locals, body };
  }

  #typeOf(local: string): Type {
    return this.#types.get(local) ?? "i32";
  }

  #statements(body: readonly Statement[]): Node[] {
    return body.flatMap((s) => this.#statement(s));
  }

  #statement(s: Statement): Node[] {
    switch (s.kind) {
      case "loop":
        return this.#rows.has(s) ? [this.#row(s)] : this.#loop(s);
      case "counter":
        return [set(this.#local(s.name, "i32"), i32(0))];
      case "integer":
        this.#local(s.name, "i32");
        if (this.#below(s.value)) this.#negative.add(s.name);
        return [set(s.name, this.#integers.integer(s.value))];
      case "let":
      case "accumulator":
        this.#declare(s);
        return [set(s.name, this.#sized(s.name, s.value))];
      case "update":
        return [set(s.name, this.#sized(s.name, s.value))];
      case "store":
        return this.#values.store(s.address, s.value, s.lanes);
    }
  }

  #sized(local: string, value: Value): Node {
    return this.#typeOf(local) === "v128" ? this.#values.vector(value) : this.#values.number(value);
  }

  #below(i: Integer): boolean {
    if (i.kind === "affine") return i.whole !== true && this.#integers.dips(i.at);
    if (i.kind === "least" || i.kind === "most") return i.of.some((part) => this.#below(part));
    return i.kind === "quotient" && !i.whole;
  }

  /** A counted loop; what grows evenly with its counter is added to instead of multiplied. */
  #loop(s: Loop): Node[] {
    const { name, from, to, step, resumes, body } = s;
    this.#local(name, "i32");
    const own = this.#bounds?.of(s);
    const whole = to.kind === "batch" && step > 1;
    const inside = new Set(namesSet(body));
    const running: { readonly local: string; readonly by: Node }[] = [...(own?.running ?? [])];
    const before: Node[] = own
      ? [...own.before, set(name, own.from)]
      : resumes
        ? []
        : [set(name, this.#integers.integer(from))];
    const rest: Statement[] = [];
    for (const s of body) {
      const by = s.kind === "integer" ? growth(s.value, name, inside) : undefined;
      if (s.kind !== "integer" || by === undefined) {
        rest.push(s);
        continue;
      }
      before.push(...this.#statement(s));
      running.push({ local: s.name, by: i32(by * step) });
    }
    const limit = own ? undefined : constantOf(to);
    const end = this.#local(`${name}End${this.#labels}`, "i32");
    const until: Node = own?.end ?? (limit === undefined ? get(end) : i32(limit));
    if (!own && limit === undefined) {
      const last = this.#integers.integer(to);
      before.push(set(end, whole ? plain("i32.sub", last, i32(step - 1)) : last));
    }
    const go = plain("i32.lt_s", get(name), until);
    const label = `l${++this.#labels}`;
    const turns: Node = {
      op: "loop",
      label,
      body: [
        ...this.#statements(rest),
        ...running.map(({ local, by }) => set(local, plain("i32.add", get(local), by))),
        set(name, plain("i32.add", get(name), i32(step))),
        { op: "branch", label, when: go },
      ],
    };
    const start = constantOf(from);
    const sure = !resumes && start !== undefined && limit !== undefined && start < limit;
    return sure ? [...before, turns] : [...before, { op: "if", when: go, then: [turns] }];
  }

  /** The loop as a function of its own, which V8 has compiled well by the time it is called again. */
  #row(s: Loop): Node {
    const nodes = this.#loop(s);
    const set = new Set(localsOf(nodes, "set"));
    const params = [...localsOf(nodes)]
      .filter((local) => !set.has(local))
      .map((name): Local => ({ name, type: this.#typeOf(name) }));
    const name = `${this.#name}.row${this.#functions.length || ""}`;
    this.#functions.push(this.#func(name, [], params, nodes));
    return { op: "call", function: name, args: params.map((p) => get(p.name)) };
  }
}

/** How much an integer grows with the counter, where all else in it stays as it is in the loop. */
function growth(i: Integer, counter: string, inside: ReadonlySet<string>): number | undefined {
  if (i.kind !== "affine") return undefined;
  if (i.at.terms.some((t) => t.name !== counter && inside.has(t.name))) return undefined;
  return i.at.terms.find((t) => t.name === counter)?.by;
}

const constantOf = (i: Integer): number | undefined =>
  i.kind === "affine" && i.at.terms.length === 0 ? i.at.offset : undefined;

/** Names that the statements give a value. */
const namesSet = (body: readonly Statement[]): string[] =>
  body.flatMap((s) => [
    ...(s.kind === "store" ? [] : [s.name]),
    ...(s.kind === "loop" ? namesSet(s.body) : []),
  ]);

/** Locals of the nodes, in the order in which they appear; all, or those that are set. */
function localsOf(nodes: readonly Node[], which: "all" | "set" = "all"): Set<string> {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    switch (node.op) {
      case "get":
        if (which === "all") found.add(node.local);
        return;
      case "set":
      case "tee":
        visit(node.value);
        found.add(node.local);
        return;
      case "block":
      case "loop":
        return node.body.forEach(visit);
      case "if":
        visit(node.when);
        node.then.forEach(visit);
        return node.otherwise?.forEach(visit);
      case "branch":
        return node.when && visit(node.when);
      case "const":
      case "v128.const":
        return;
      default:
        return node.args.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return found;
}
