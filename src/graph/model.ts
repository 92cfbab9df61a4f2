import { KernelsmithError, refuse } from "../diagnostics.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import { type Graph, GraphBuilder } from "./graph.ts";
import type { Loss, Target } from "./losses.ts";
import type { Optimizer } from "./optimizers.ts";
import { callSite } from "./place.ts";
import { Tensor } from "./tensor.ts";

/** Shapes by name, without the batch. */
export type InputShapes = { readonly [name: string]: readonly number[] };

/** A model as its author writes it. */
export interface ModelDefinition<I extends InputShapes> {
  /** What the generated module is called; by default the file's name. */
  readonly name?: string;
  /** Shapes of the inputs without the batch, channels first. */
  readonly inputs: I;
  /** Calls layers on the inputs; gives one tensor, or several by name. */
  readonly outputs: (inputs: { readonly [K in keyof I]: Tensor<I[K]> }) => Outputs;
  /** How it is trained when it is compiled for training. */
  readonly train?: { readonly loss?: Loss; readonly optimizer?: Optimizer };
}

export type Outputs = Tensor | { readonly [name: string]: Tensor };

/** A graph for a batch size, with or without a loss on top. */
export interface Built {
  readonly graph: Graph;
  readonly training?: {
    /** The same nodes, then those of the loss. */
    readonly graph: Graph;
    readonly loss: Raw;
    readonly targets: readonly Target[];
    readonly correct?: { readonly output: string; readonly target: string };
  };
}

/** A model: what it computes, for whatever batch size it is compiled for. */
export interface Model {
  readonly kind: "kernelsmith model";
  readonly name: string | undefined;
  readonly train: { readonly loss?: Loss; readonly optimizer?: Optimizer };
  readonly build: (batch: number, loss?: Loss) => Built;
}

/** Batch size of the first build, which finds mistakes when the model is written, not when compiled. */
const trial = 2;

/**
 * A model from its layers. It is built once right here, so that a wrong size is reported where the
 * layer is called.
 */
export function defineModel<const I extends InputShapes>(definition: ModelDefinition<I>): Model {
  const at = callSite();
  const build = (batch: number, loss?: Loss) => buildModel(definition, batch, loss);
  try {
    build(trial, definition.train?.loss);
  } catch (error) {
    if (error instanceof KernelsmithError && !error.diagnostic.at && at)
      throw new KernelsmithError({ ...error.diagnostic, at });
    throw error;
  }
  return {
    kind: "kernelsmith model",
    name: definition.name,
    train: definition.train ?? {},
    build,
  };
}

export const isModel = (value: unknown): value is Model =>
  typeof value === "object" &&
  value !== null &&
  (value as { kind?: unknown }).kind === "kernelsmith model";

function buildModel<I extends InputShapes>(
  definition: ModelDefinition<I>,
  batch: number,
  loss: Loss | undefined,
): Built {
  const builder = new GraphBuilder();
  const names = Object.keys(definition.inputs);
  if (names.length === 0) refuse("KS108", "the model has no inputs");
  const inputs = Object.fromEntries(
    names.map((name) => [name, inputTensor(builder, name, definition.inputs[name], batch)]),
  );
  const made = definition.outputs(inputs as { readonly [K in keyof I]: Tensor<I[K]> }); // by the same names
  const outputs = outputsOf(made, builder);
  const name = definition.name ?? "model";
  const graph: Graph = {
    name,
    variables: [...builder.variables],
    nodes: [...builder.nodes],
    outputs,
  };
  if (!loss) return { graph };
  const targets = loss.targets(outputs);
  const fed = Object.fromEntries(
    targets.map((t) => [
      t.name,
      builder.variable(t.name, [batch, ...t.shape], "target", { batched: true }),
    ]),
  );
  const value = loss.build(builder, outputs, fed);
  return {
    graph,
    training: {
      graph: builder.graph(name, { ...outputs, loss: value }),
      loss: value,
      targets,
      ...(loss.correct ? { correct: loss.correct(outputs) } : undefined),
    },
  };
}

function inputTensor(
  builder: GraphBuilder,
  name: string,
  shape: readonly number[] | undefined,
  batch: number,
): Tensor {
  if (!Array.isArray(shape))
    refuse("KS205", `the shape of the input ${name} is ${String(shape)}, not a list of sizes`);
  const raw = builder.variable(name, [batch, ...shape], "input", { batched: true });
  return new Tensor(builder, raw, shape);
}

function outputsOf(made: Outputs, builder: GraphBuilder): { readonly [name: string]: Raw } {
  const named = made instanceof Tensor ? { output: made } : made;
  if (typeof named !== "object" || named === null || Object.keys(named).length === 0)
    refuse("KS108", "outputs gives no tensor", {
      fix: "Return a tensor, or an object of tensors by name.",
    });
  return Object.fromEntries(
    Object.entries(named).map(([name, tensor]) => {
      if (!(tensor instanceof Tensor))
        refuse("KS108", `the output ${name} is no tensor but ${describe(tensor)}`);
      if (tensor.builder !== builder) refuse("KS103", `the output ${name} is of another model`);
      return [name, tensor.raw];
    }),
  );
}

const describe = (value: unknown): string => (value === null ? "null" : typeof value);
