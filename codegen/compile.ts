import { invariant, refuse } from "../src/diagnostics.ts";
import type { Graph, Variable } from "../src/graph/graph.ts";
import type { Built, Model } from "../src/graph/model.ts";
import { expand } from "../src/graph/expand.ts";
import { poolFirst } from "../src/graph/passes/pool-first.ts";
import { gradient } from "../src/graph/backward.ts";
import { sgd } from "../src/graph/optimizers.ts";
import type { Tensor } from "../src/tensor/expr.ts";
import { size, type Program } from "../src/tensor/program.ts";
import { reads } from "../src/tensor/walk.ts";
import { assemble, type Run } from "./assemble.ts";
import { Writer } from "./calls.ts";
import { block, type Block } from "./memory/block.ts";
import { type CompileOptions, settle, type Settled } from "./options.ts";
import type { Evaluation, Parameter, Plan, Port, Training } from "./plan.ts";
import { outputIn } from "./layout.ts";
import { products } from "./products.ts";
import { Stages, type Stage } from "./stages.ts";
import { emit, type EmittedFile } from "./typescript/emit.ts";
import { update } from "./update.ts";
import { version } from "./version.ts";

export interface Compiled {
  readonly name: string;
  readonly files: readonly EmittedFile[];
  readonly plan: Plan;
  /** Every stage with its time and what it made, for a person to read. */
  readonly stages: readonly Stage[];
  /** Numbers that are trained or kept. */
  readonly parameters: number;
  /** Of one sample's inference. */
  readonly multiplyAdds: number;
}

/** The whole road: build, expand, derive, simplify, schedule, place, lower, emit. */
export async function compile(model: Model, given: CompileOptions = {}): Promise<Compiled> {
  const options = settle(given);
  const stages = new Stages(options.onStage);
  const loss = options.loss ?? model.train.loss;
  const train = options.train ?? loss !== undefined;
  if (train && !loss)
    refuse("KS108", "the model has no loss to train with", {
      fix: "Give the model `train: { loss: crossEntropy() }`, or choose a loss with --loss.",
    });
  const built = stages.run("build", () => model.build(options.maxBatch, train ? loss : undefined));
  const name = options.name ?? model.name ?? "model";
  const optimizer = options.optimizer ?? model.train.optimizer ?? sgd();

  const graph = built.training?.graph ?? built.graph;
  const layout = block(graph, train, options.freeze);
  const writer = new Writer(name, options.layout);
  const fixedEnd = train ? layout.size + layout.trainedSize * (1 + optimizer.slots.length) + 2 : layout.size;
  const base = Math.ceil((fixedEnd + 2) / 16) * 16;
  const scalars = { learningRate: fixedEnd - 2, step: fixedEnd - 1, none: fixedEnd };

  const inference = inferenceOf(built, options, layout, base, stages, scalars);
  const ports = portsOf(built, options);
  const outputs = (run: Run): Port[] =>
    inference.outputs.map(({ name, tensor, shape }) => ({
      name,
      shape,
      batched: run.schedule.batch.tensors.has(tensor),
      holds: "numbers" as const,
      offset: run.arena.homes.get(tensor)?.offset ?? 0,
    }));
  const forwardNests = needed(inference.run, inference.outputs.map((o) => o.tensor));
  const forward = {
    inputs: ports.inputs,
    calls: writer.calls(inference.run, forwardNests, ports.inputs, built),
    outputs: outputs(inference.run),
  };
  let evaluate: Evaluation | undefined;
  let training: Training | undefined;
  let arena = inference.run.arena.end;
  if (train && built.training) {
    const all = inference.run.kernels.map((_, k) => k);
    const examples = [...ports.inputs, ...ports.targets];
    const { correct } = built.training;
    evaluate = {
      inputs: examples,
      calls: writer.calls(inference.run, all, examples, built),
      outputs: outputs(inference.run),
      loss: offsetOf(inference.run, built.training.loss),
      ...(correct ? { correct } : undefined),
    };
    const backward = trainingOf(built, options, layout, base, stages, scalars.step);
    arena = Math.max(arena, backward.run.arena.end);
    const slotsFrom = layout.size + layout.trainedSize;
    const step = update(optimizer, layout.trainedSize);
    const fixed = new Map<Tensor, number>([
      [step.tensors.theta, 0],
      [step.tensors.gradient, layout.size],
      ...step.tensors.slots.map((t, k): [Tensor, number] => [
        t,
        slotsFrom + k * layout.trainedSize,
      ]),
      [step.tensors.learningRate, scalars.learningRate],
      [step.tensors.count, scalars.step],
    ]);
    for (const [fresh, old] of step.renewed) fixed.set(fresh, fixed.get(old) ?? 0);
    const updating = stages.run("optimizer", () =>
      assemble({ program: step.program, batched: new Set(), maxBatch: 1, fixed, inputs: [], base }),
    );
    arena = Math.max(arena, updating.arena.end);
    training = {
      inputs: examples,
      calls: writer.calls(
        backward.run,
        backward.run.kernels.map((_, k) => k),
        examples,
        built,
        "train",
      ),
      outputs: [],
      loss: offsetOf(backward.run, built.training.loss),
      gradients: backward.gradients,
      update: [
        ...backward.renew,
        ...writer.calls(updating, updating.kernels.map((_, k) => k), [], built),
      ],
      learningRate: { offset: scalars.learningRate, fallback: optimizer.learningRate },
      step: scalars.step,
      optimizer: optimizer.words,
      memory: { from: slotsFrom, to: slotsFrom + layout.trainedSize * optimizer.slots.length },
    };
  }
  const multiplyAdds = products(inference.forward, options.maxBatch);
  const plan: Plan = {
    name,
    maxBatch: options.maxBatch,
    layout: options.layout,
    arena,
    parameters: parametersOf(graph, layout),
    kernels: writer.kernels,
    prelude: writer.prelude(),
    forward,
    ...(evaluate ? { evaluate } : undefined),
    ...(training ? { training } : undefined),
    multiplyAdds,
  };
  const files = await stages.runLater("emit", () =>
    emit(plan, {
      format: options.format,
      version,
      optionsText: options.optionsText ?? "",
      ...(options.source ? { source: options.source } : undefined),
      ...(options.weights ? { weights: options.weights } : undefined),
    }),
  );
  const parameters = plan.parameters.reduce((sum, p) => sum + size(p.shape), 0);
  return { name, files, plan, stages: stages.done, parameters, multiplyAdds };
}

/** Inference, and the loss over it where there is one: one run, of which `forward` is a part. */
function inferenceOf(
  built: Built,
  options: Settled,
  layout: Block,
  base: number,
  stages: Stages,
  scalars: { readonly step: number; readonly none: number },
) {
  const graph = built.training?.graph ?? built.graph;
  const { program, step } = stages.run("expand", () => expand(poolFirst(graph), "inference"));
  const moved = Object.entries(built.graph.outputs).map(([name, tensor]) =>
    outputIn(options.layout, name, tensor, variablesOf(graph)),
  );
  const whole: Program = {
    ...program,
    definitions: [...program.definitions, ...moved.flatMap((o) => (o.definition ? [o.definition] : []))],
    outputs: [...new Set([...moved.map((o) => o.tensor), ...(built.training ? [built.training.loss] : [])])],
  };
  const fixed = new Map([...layout.offsets, [step, scalars.step] as const]);
  const run = stages.run("schedule", () =>
    assemble({
      program: whole,
      batched: batchedOf(graph),
      maxBatch: options.maxBatch,
      fixed,
      inputs: dataOf(graph),
      base,
    }),
  );
  const forward: Program = { ...whole, outputs: moved.map((o) => o.tensor) };
  return { run, outputs: moved, forward };
}

/** Forward in its training form, the gradients, and the running averages. */
function trainingOf(
  built: Built,
  options: Settled,
  layout: Block,
  base: number,
  stages: Stages,
  step: number,
) {
  invariant(built.training, "a training run without a loss");
  const { graph, loss } = built.training;
  const expanded = stages.run("expand for training", () => expand(poolFirst(graph), "training"));
  const wanted = inputsToDifferentiate(built.graph, options.inputGradients);
  const wrt = [...layout.trained, ...wanted];
  const derived = stages.run("derive", () =>
    gradient({ ...expanded.program, outputs: [loss] }, [{ of: loss }], wrt),
  );
  const fixed = new Map([...layout.offsets, [expanded.step, step] as const]);
  for (const tensor of layout.trained) {
    const adjoint = derived.adjoints.get(tensor);
    if (!adjoint)
      refuse("KS107", `the loss does not depend on ${tensor.name}`, {
        fix: "Freeze it, or leave it out of the model.",
      });
    fixed.set(adjoint, layout.size + (layout.offsets.get(tensor) ?? 0));
  }
  const program: Program = {
    ...derived.program,
    outputs: [...derived.program.outputs, ...expanded.updates.map((u) => u.value)],
  };
  const run = stages.run("schedule training", () =>
    assemble({
      program,
      batched: batchedOf(graph),
      maxBatch: options.maxBatch,
      fixed,
      inputs: dataOf(graph),
      base,
    }),
  );
  const gradients = wrt.map((tensor) => {
    const adjoint = derived.adjoints.get(tensor);
    invariant(adjoint, `${tensor.name} has no gradient`);
    const batched = run.schedule.batch.tensors.has(adjoint);
    return {
      name: tensor.name,
      shape: batched ? tensor.shape.slice(1) : tensor.shape,
      offset: offsetOf(run, adjoint),
      batched,
    };
  });
  const renew = expanded.updates.map(({ state, value }) => {
    const from = offsetOf(run, value);
    return `m.copyWithin(${layout.offsets.get(state)}, ${from}, ${from + size(state.shape)});`;
  });
  return { run, gradients, renew };
}

function inputsToDifferentiate(graph: Graph, names: readonly string[]): Tensor[] {
  const inputs = graph.variables.filter((v) => v.role === "input");
  return names.map((name) => {
    const found = inputs.find((v) => v.tensor.name === name)?.tensor;
    if (!found)
      refuse("KS109", `there is no input ${name} to differentiate`, {
        fix: `The inputs are ${inputs.map((v) => v.tensor.name).join(", ")}.`,
      });
    return found;
  });
}

const dataOf = (graph: Graph): Tensor[] =>
  graph.variables.filter((v) => v.role === "input" || v.role === "target").map((v) => v.tensor);
const batchedOf = (graph: Graph): Set<Tensor> =>
  new Set(graph.variables.filter((v) => v.batched).map((v) => v.tensor));
const variablesOf = (graph: Graph): ReadonlySet<Tensor> =>
  new Set(graph.variables.map((v) => v.tensor));
const offsetOf = (run: Run, tensor: Tensor): number => {
  const home = run.arena.homes.get(tensor);
  invariant(home, `${tensor.name} has no memory`);
  return home.offset;
};

/** The nests that the tensors depend on, in order. */
function needed(run: Run, tensors: readonly Tensor[]): number[] {
  const wanted = new Set(tensors);
  const found: number[] = [];
  for (let k = run.schedule.nests.length - 1; k >= 0; k--) {
    const stores = run.schedule.nests[k]?.stores ?? [];
    if (!stores.some((s) => wanted.has(s.tensor))) continue;
    found.unshift(k);
    for (const s of stores) for (const r of reads(s.body)) wanted.add(r.tensor);
  }
  return found;
}

function parametersOf(graph: Graph, layout: Block): Parameter[] {
  const kept = graph.variables.filter(
    (v): v is Variable & { role: "parameter" | "state" } =>
      v.role === "parameter" || v.role === "state",
  );
  return kept.map(({ tensor, role, initial }) => ({
    name: tensor.name,
    shape: tensor.shape,
    offset: layout.offsets.get(tensor) ?? 0,
    initial: initial ?? { kind: "constant", value: 0 },
    role,
    frozen: role === "parameter" && !layout.trained.includes(tensor),
  }));
}

function portsOf(built: Built, options: Settled) {
  const inLayout = (shape: readonly number[]) => {
    const [c = 1, h = 1, w = 1] = shape;
    return options.layout === "nhwc" && shape.length === 3 ? [h, w, c] : shape;
  };
  const inputs = built.graph.variables
    .filter((v) => v.role === "input")
    .map(({ tensor, batched }): Port => ({
      name: tensor.name,
      shape: inLayout(batched ? tensor.shape.slice(1) : tensor.shape),
      batched,
      holds: "numbers",
      offset: 0,
    }));
  const targets = (built.training?.targets ?? []).map((t): Port => ({
    name: t.name,
    shape: inLayout(t.shape),
    batched: true,
    holds: t.holds,
    ...(t.classes === undefined ? undefined : { classes: t.classes }),
    offset: 0,
  }));
  return { inputs, targets };
}
