import { KernelsmithError, refuse } from "../diagnostics.ts";
import type { Plain } from "../shapes/index.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import { type Graph, GraphBuilder } from "./graph.ts";
import { show } from "./layers/options.ts";
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
  readonly outputs: (inputs: { readonly [K in keyof I]: Tensor<Plain<I[K]>> }) => Outputs;
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
export const trial = 2;

/**
 * A model from its layers. It is built once right here, so that a wrong size is reported where the
 * layer is called.
 */
export function defineModel<const I extends InputShapes>(definition: ModelDefinition<I>): Model {
  const at = callSite();
  const build = (batch: number, loss?: Loss) => buildModel(definition, batch, loss);
  try {
    checkDefinition(definition);
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

/** What TypeScript would have refused, for those who write JavaScript. */
export function checkDefinition(definition: unknown): void {
  const takes = "It takes { inputs, outputs } and, if you like, name and train.";
  if (!isRecord(definition))
    refuse("KS108", `a model is defined by an object, not ${show(definition)}`, { fix: takes });
  const { name, inputs, outputs, train, ...rest } = definition;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined)
    refuse("KS101", `defineModel has no option "${stranger}"`, { fix: takes });
  if (name !== undefined && (typeof name !== "string" || name.trim() === ""))
    refuse("KS102", `the model's name must be a word, but is ${show(name)}`);
  if (!isRecord(inputs) || Object.keys(inputs).length === 0)
    refuse("KS108", "the model has no inputs", {
      fix: "Give it shapes by name: inputs: { image: [1, 28, 28] }.",
    });
  for (const [input, shape] of Object.entries(inputs)) checkShape(input, shape);
  if (typeof outputs !== "function")
    refuse("KS108", `outputs must be a function of the inputs, but is ${show(outputs)}`);
  if (train !== undefined) checkTrain(train);
}

function checkShape(input: string, shape: unknown): void {
  if (!Array.isArray(shape))
    refuse("KS205", `the shape of the input ${input} is ${show(shape)}, not a list of sizes`);
  const bad = shape.findIndex((n) => !Number.isSafeInteger(n) || n < 1);
  if (bad >= 0)
    refuse(
      "KS205",
      `the input ${input} has the shape ${show(shape)}: ${show(shape[bad])} is no positive integer`,
      { fix: "The batch is not part of the shape: an MNIST image is [1, 28, 28]." },
    );
}

function checkTrain(train: unknown): void {
  if (!isRecord(train)) refuse("KS102", `train must be an object, but is ${show(train)}`);
  const { loss, optimizer, ...rest } = train;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined)
    refuse("KS101", `train has no option "${stranger}"`, { fix: "It takes loss and optimizer." });
  if (loss !== undefined && !(isRecord(loss) && typeof loss["build"] === "function"))
    refuse("KS102", `train.loss must be a loss, as in crossEntropy(), but is ${show(loss)}`);
  if (optimizer !== undefined && !(isRecord(optimizer) && typeof optimizer["step"] === "function"))
    refuse("KS102", `train.optimizer must be an optimizer, as in sgd(), but is ${show(optimizer)}`);
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function buildModel<I extends InputShapes>(
  definition: ModelDefinition<I>,
  batch: number,
  loss: Loss | undefined,
): Built {
  const { builder, inputs } = begin(definition.inputs, batch);
  const made = definition.outputs(inputs as { readonly [K in keyof I]: Tensor<Plain<I[K]>> }); // by the same names
  return finish(builder, made, batch, definition.name, loss);
}

/** A graph in the making that has its inputs and nothing else. */
export function begin(shapes: InputShapes, batch: number) {
  const builder = new GraphBuilder();
  const inputs = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const raw = builder.variable(name, [batch, ...shape], "input", { batched: true });
      return [name, new Tensor(builder, raw, [...shape])];
    }),
  );
  return { builder, inputs };
}

/** The graph whose layers were called, with a loss on top if there is one. */
export function finish(
  builder: GraphBuilder,
  made: Outputs,
  batch: number,
  name = "model",
  loss?: Loss,
): Built {
  const outputs = outputsOf(made, builder);
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

function outputsOf(made: Outputs, builder: GraphBuilder): { readonly [name: string]: Raw } {
  const named: unknown = made instanceof Tensor ? { output: made } : made;
  if (!isRecord(named) || Object.keys(named).length === 0)
    refuse("KS108", `outputs must give tensors, but gives ${show(named)}`, {
      fix: "Return a tensor, or an object of tensors by name.",
    });
  return Object.fromEntries(
    Object.entries(named).map(([name, tensor]) => {
      if (!(tensor instanceof Tensor))
        refuse("KS108", `the output ${name} must be a tensor, but is ${show(tensor)}`);
      if (tensor.builder !== builder) refuse("KS103", `the output ${name} is of another model`);
      if (name === "loss")
        refuse("KS104", "no output can be called loss: that is what training makes small");
      return [name, tensor.raw];
    }),
  );
}
