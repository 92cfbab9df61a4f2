import { type Diagnostic, KernelsmithError, type Place, refuse } from "../diagnostics.ts";
import type { Attrs, Given, Inputs, Op, Values } from "../ops/define.ts";
import { type OpName, ops } from "../ops/index.ts";
import type { Tensor } from "../tensor/expr.ts";
import { check } from "./check.ts";

/** A tensor that comes from outside: the app's data, a parameter, or a running average. */
export interface Variable {
  readonly tensor: Tensor;
  readonly role: "input" | "parameter" | "state" | "target";
  /** The first axis counts samples: at run time anything from 1 to its size. */
  readonly batched: boolean;
  /** How a parameter or a state starts. */
  readonly initial?: Initial;
  readonly at?: Place | undefined;
}

/** Uniform in [−bound, bound], normal with a deviation, or one value everywhere. */
export type Initial =
  | { readonly kind: "uniform"; readonly bound: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "constant"; readonly value: number };

type InputsOf<K extends OpName> = (typeof ops)[K] extends Op<infer I, any, any> ? I : never; // any: only I is asked
type AttrsOf<K extends OpName> = (typeof ops)[K] extends Op<any, any, infer A> ? Values<A> : never; // any: only A is asked
export type Fed<K extends OpName> = Given<InputsOf<K>, { [N in keyof InputsOf<K>]: Tensor }>;
export type Options<K extends OpName> = Partial<AttrsOf<K>>;

export type Operands = { readonly [name: string]: Tensor | readonly Tensor[] | undefined };

/** One use of an op. Its attributes are checked, its sizes inferred: nobody asks again. */
export interface Node {
  readonly op: OpName;
  readonly name: string;
  readonly inputs: Operands;
  readonly attrs: { readonly [name: string]: unknown };
  readonly out: Tensor;
  readonly at?: Place | undefined;
}

/** A model: ops, what flows between them, and what comes from and goes to the outside. */
export interface Graph {
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly nodes: readonly Node[];
  /** By the names the app knows them by. */
  readonly outputs: { readonly [name: string]: Tensor };
}

/** Every op as the passes see it: they know operands by name only. */
export type AnyOp = Op<Inputs, string, Attrs>;
export const opOf = (name: OpName): AnyOp => ops[name] as unknown as AnyOp; // each op is an Op of its own I, O and A

/** Collects nodes as layers are called. */
export class GraphBuilder {
  readonly variables: Variable[] = [];
  readonly nodes: Node[] = [];
  readonly #names = new Set<string>();
  readonly #known = new Set<Tensor>();
  readonly #counts = new Map<string, number>();

  variable(
    name: string,
    shape: readonly number[],
    role: Variable["role"],
    more: { batched?: boolean; initial?: Initial; at?: Place | undefined } = {},
  ): Tensor {
    const bad = shape.find((n) => !Number.isSafeInteger(n) || n < 1);
    if (bad !== undefined)
      throw located(
        {
          code: "KS205",
          message: `${name} has the shape [${shape.join(", ")}]: ${bad} is no positive integer`,
        },
        more.at,
      );
    const tensor = { name: this.claim(name, more.at), shape };
    this.#known.add(tensor);
    this.variables.push({ tensor, role, batched: false, ...more });
    return tensor;
  }

  /**
   * One node: its attributes checked and defaulted, its output's size inferred. `claimed`: a name that
   * was claimed before, since parameters are called after their layer.
   */
  add<K extends OpName>(
    op: K,
    inputs: Fed<K>,
    attrs: Options<K> = {},
    more: { name?: string | undefined; claimed?: string; at?: Place | undefined } = {},
  ): Tensor {
    const name = more.claimed ?? this.name(op, more);
    const operands = inputs as Operands; // Fed<K> by name
    try {
      const stranger = Object.entries(operands).find(([, t]) =>
        tensorsOf(t).some((t) => !this.#known.has(t)),
      );
      if (stranger) refuse("KS103", `${stranger[0]} is a tensor of another model`);
      const checked = check(opOf(op), operands, attrs as { [name: string]: unknown });
      const out = { name, shape: checked.shape };
      this.#known.add(out);
      this.nodes.push({ op, name, inputs: operands, attrs: checked.attrs, out, at: more.at });
      return out;
    } catch (error) {
      if (!(error instanceof KernelsmithError)) throw error;
      throw located({ node: name, ...error.diagnostic }, more.at);
    }
  }

  /** The name asked for, or the op's short name and a count. */
  name(op: OpName, more: { name?: string | undefined; at?: Place | undefined } = {}): string {
    if (more.name !== undefined) return this.claim(more.name, more.at);
    return this.counted(opOf(op).short ?? op);
  }

  /** The next free of conv1, conv2, … */
  counted(short: string): string {
    for (;;) {
      const count = (this.#counts.get(short) ?? 0) + 1;
      this.#counts.set(short, count);
      if (!this.#names.has(`${short}${count}`)) return this.claim(`${short}${count}`);
    }
  }

  claim(name: string, at?: Place): string {
    if (this.#names.has(name))
      throw located({ code: "KS104", message: `two things are called ${name}` }, at);
    this.#names.add(name);
    return name;
  }

  graph(name: string, outputs: { readonly [name: string]: Tensor }): Graph {
    return { name, variables: this.variables, nodes: this.nodes, outputs };
  }
}

export const tensorsOf = (operand: Tensor | readonly Tensor[] | undefined): readonly Tensor[] =>
  operand === undefined ? [] : Array.isArray(operand) ? operand : [operand as Tensor]; // not a list

const located = (diagnostic: Diagnostic, at: Place | undefined): KernelsmithError =>
  new KernelsmithError(at ? { ...diagnostic, at } : diagnostic);
