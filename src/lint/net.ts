import type { CompileSettings } from "../config.ts";
import { type Node, tensorsOf, type Variable } from "../graph/graph.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { Followed, LayerCall } from "./followed.ts";

export type { CompileSettings };

/** A followed model, asked by rules: who makes a tensor, who reads it, what a call was. */
export class Net {
  readonly of: Followed;
  readonly compile: CompileSettings;
  readonly nodes: readonly Node[];
  readonly variables: readonly Variable[];
  readonly #makers = new Map<Raw, Node>();
  readonly #readers = new Map<Raw, Node[]>();
  readonly #calls = new Map<Node, LayerCall>();
  readonly #variables = new Map<Raw, Variable>();

  constructor(of: Followed, compile: CompileSettings = {}) {
    this.of = of;
    this.compile = compile;
    const training = of.built?.training;
    const graph = training?.graph ?? of.built?.graph ?? of.builder;
    this.nodes = graph.nodes;
    this.variables = graph.variables;
    for (const v of this.variables) this.#variables.set(v.tensor, v);
    for (const call of of.calls) for (const node of call.nodes) this.#calls.set(node, call);
    for (const node of this.nodes) {
      this.#makers.set(node.out, node);
      for (const fed of this.operands(node)) {
        const readers = this.#readers.get(fed);
        if (readers) readers.push(node);
        else this.#readers.set(fed, [node]);
      }
    }
  }

  /** Every call was followed and every output is known: what is not read here is read nowhere. */
  get whole(): boolean {
    return this.of.built !== undefined;
  }

  /** The node that makes a tensor; none for inputs and parameters. */
  maker = (tensor: Raw): Node | undefined => this.#makers.get(tensor);

  /** The nodes that read a tensor, those of the loss too. */
  readers = (tensor: Raw): readonly Node[] => this.#readers.get(tensor) ?? [];

  /** Whether the app sees the tensor. */
  isOutput = (tensor: Raw): boolean =>
    Object.values(this.of.built?.graph.outputs ?? {}).includes(tensor);

  /** What the app gets and what training makes small: all that the net is there for. */
  get ends(): readonly Raw[] {
    const { graph, training } = this.of.built ?? {};
    return [...Object.values(graph?.outputs ?? {}), ...(training ? [training.loss] : [])];
  }

  /** The call of a layer that a node came from; none for the nodes of a loss. */
  call = (node: Node): LayerCall | undefined => this.#calls.get(node);

  variable = (tensor: Raw): Variable | undefined => this.#variables.get(tensor);

  /** All that a node reads. */
  operands = (node: Node): readonly Raw[] => Object.values(node.inputs).flatMap(tensorsOf);

  /** The operands of a node that flow through the model: neither parameters nor running averages. */
  data = (node: Node): readonly Raw[] => this.operands(node).filter((t) => this.isData(t));

  isData = (tensor: Raw): boolean => {
    const role = this.#variables.get(tensor)?.role;
    return role === undefined || role === "input";
  };

  /** The parameters that a node reads. */
  parameters = (node: Node): readonly Variable[] =>
    this.operands(node)
      .flatMap((t) => this.#variables.get(t) ?? [])
      .filter((v) => v.role === "parameter");
}
