import type { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics.ts";
import type { GraphBuilder, Node, Variable } from "../graph/graph.ts";
import type { Built, Model, ModelDefinition } from "../graph/model.ts";
import type { Tensor } from "../graph/tensor.ts";

/** A call as the source has it. */
export interface CallSite {
  readonly file: ts.SourceFile;
  readonly call: ts.CallExpression;
}

/** One call of a layer, followed with the values it was given. */
export interface LayerCall extends CallSite {
  /** The layer's function: "conv2d". */
  readonly layer: string;
  /** What the graph calls it: "conv1". The layer's function where it was refused. */
  readonly name: string;
  /** The calls of the user's own functions on the way, the outermost first. */
  readonly trail: readonly CallSite[];
  /** As given. What is not known is `unknown` (see interpreter/values.ts). */
  readonly args: readonly unknown[];
  /** The tensors it was fed, in the order given, those of lists too. */
  readonly fed: readonly Tensor[];
  /** What it added to the graph: nothing where it was refused. */
  readonly nodes: readonly Node[];
  readonly variables: readonly Variable[];
  /** The tensors it gave. */
  readonly made: readonly Tensor[];
  /** Why the compiler refuses it. */
  readonly refused?: Diagnostic;
}

/** A model as far as it was followed. */
export interface Followed extends CallSite {
  /** The calls of the user's own functions on the way to defineModel, the outermost first. */
  readonly trail: readonly CallSite[];
  readonly name: string;
  readonly definition: Partial<ModelDefinition<{ readonly [name: string]: readonly number[] }>>;
  /** Nodes and variables of every call that was followed. */
  readonly builder: GraphBuilder;
  readonly calls: readonly LayerCall[];
  /** The model built for a batch of two, when every value was known and nothing was refused. */
  readonly built?: Built;
  /** The same, to be built for other batches and compiled. */
  readonly model?: Model;
  /** What is refused about the model itself: its outputs, its loss. */
  readonly refused: readonly (CallSite & { readonly diagnostic: Diagnostic })[];
}
