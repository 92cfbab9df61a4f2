import { refuse } from "../src/diagnostics.ts";
import type { Graph, Variable } from "../src/graph/graph.ts";
import { show as shown } from "../src/graph/layers/options.ts";
import { isModel, type Model } from "../src/graph/model.ts";
import { sgd } from "../src/graph/optimizers.ts";
import { multiplyAdds as perDefinition } from "../src/report/cost.ts";
import { size } from "../src/tensor/program.ts";
import type { Run } from "./assemble.ts";
import { TypeScriptWriter, type Writer } from "./calls.ts";
import { fullest, type Use } from "./memory/fullest.ts";
import { block, type Block } from "./memory/block.ts";
import { type CompileOptions, settle, type Settled } from "./options.ts";
import type { Parameter, Plan, Port } from "./plan.ts";
import { portsOf } from "./ports.ts";
import { inferenceOf, needed, offsetOf, preparing, trainingOf, updateOf, whole } from "./runs.ts";
import { prune } from "./schedule/prune.ts";
import { type Show, show } from "./show.ts";
import { type Stage, Stages } from "./stages.ts";
import { emit, type EmittedFile } from "./typescript/emit.ts";
import { version } from "./version.ts";
import { WasmWriter } from "./wasm/writer.ts";

export interface Compiled {
  readonly name: string;
  readonly files: readonly EmittedFile[];
  readonly plan: Plan;
  /** Every stage with its time. */
  readonly stages: readonly Stage[];
  /** What the stages made, for a person to read. */
  readonly show: Show;
  /** What takes the arena when it is fullest: parameters with their gradients and slots, then the rest. */
  readonly memory: readonly Use[];
  /** Numbers that can be trained. */
  readonly parameters: number;
  /** Of one sample's inference. */
  readonly multiplyAdds: number;
}

/** The whole road: build, expand, derive, schedule (simplify, fuse, place, lower), emit. */
export async function compile(model: Model, given: CompileOptions = {}): Promise<Compiled> {
  const options = settle(given);
  if (!isModel(model)) refuse("KS108", `a model is what defineModel gives, not ${shown(model)}`);
  const { maxBatch } = options;
  const stages = new Stages(options.onStage);
  const loss = options.loss ?? model.train.loss;
  const train = options.train ?? loss !== undefined;
  if (train && !loss)
    refuse("KS108", "the model has no loss to train with", {
      fix: "Give the model `train: { loss: crossEntropy() }`, or choose a loss with --loss.",
    });
  if (!train) refuseTraining(options);
  const built = stages.run("build", () => model.build(batchOf(maxBatch), train ? loss : undefined));
  const name = options.name ?? model.name ?? "model";
  const optimizer = options.optimizer ?? model.train.optimizer ?? sgd();

  const graph = built.training?.graph ?? built.graph;
  const layout = block(graph, train, options.freeze, train ? optimizer.slots.length : 0);
  const writer: Writer =
    options.target === "wasm"
      ? new WasmWriter(name, options.threads ? { maxBatch } : undefined)
      : new TypeScriptWriter(name, options.layout);
  const ports = portsOf(built, options);
  const inputs = ports.inputs.map((port) => writer.variable(port));
  const examples = [...inputs, ...ports.targets.map((port) => writer.variable(port))];

  const inference = inferenceOf(built, options, layout, stages);
  const seen = inference.outputs.map((o) => o.tensor);
  const outputs = inference.outputs.map((o): Port => ({
    name: o.name,
    shape: o.shape,
    batched: inference.run.schedule.batch.tensors.has(o.tensor),
    holds: "numbers",
    offset: offsetOf(inference.run, o.tensor),
  }));
  const { prepared } = inference.run;
  const prepare =
    prepared.length > 0
      ? writer.calls("prepare", preparing(inference.run), prepared, [], built)
      : undefined;
  const forward = {
    inputs,
    calls: writer.calls("forward", inference.run, needed(inference.run, seen), inputs, built),
    outputs,
  };
  const runs: { [name: string]: Run } = { inference: inference.run };
  const learn = () => {
    if (!train || !built.training) return undefined;
    const { loss, correct } = built.training;
    const evaluate = {
      inputs: examples,
      calls: writer.calls("evaluate", inference.run, whole(inference.run), examples, built),
      outputs,
      loss: offsetOf(inference.run, loss),
      ...(correct ? { correct } : undefined),
    };
    const { run, gradients, renew } = trainingOf(built, options, layout, stages);
    const update = updateOf(optimizer, options, layout, run.arena.end, stages);
    Object.assign(runs, { training: run, optimizer: update });
    const training = {
      inputs: examples,
      calls: writer.calls("backward", run, whole(run), examples, built),
      outputs: [],
      loss: offsetOf(run, loss),
      gradients,
      update: writer.update(update, renew),
      learningRate: { offset: layout.learningRate, fallback: optimizer.learningRate },
      step: layout.step,
      optimizer: optimizer.words,
      memory: layout.slots,
    };
    return { evaluate, training };
  };
  const learning = learn();

  const multiplyAdds = Math.round(
    sum(prune(inference.forward).definitions.map(perDefinition)) / batchOf(maxBatch),
  );
  const arena = Math.max(...Object.values(runs).map((run) => run.arena.end));
  const wasm = writer.wasm(arena);
  const plan: Plan = {
    name,
    maxBatch,
    layout: options.layout,
    seed: options.seed ?? 0,
    arena,
    parameters: parametersOf(graph, layout),
    kernels: writer.kernels,
    prelude: writer.prelude(),
    ...(wasm ? { wasm } : undefined),
    ...(prepare ? { prepare } : undefined),
    forward,
    ...learning,
    multiplyAdds,
  };
  if (plan.arena > largestArena)
    refuse("KS208", `the net needs ${Math.ceil(plan.arena / 2 ** 28)} GiB of memory`, {
      notes: [`that is for ${maxBatch} samples at once, the parameters included`],
      fix: "A smaller maxBatch needs less: all but the parameters grow with it.",
    });
  const files = await stages.runLater("emit", () =>
    emit(plan, {
      format: options.format,
      version,
      optionsText: options.optionsText ?? "",
      wasm: options.wasm,
      fileName: options.fileName,
      ...(options.source ? { source: options.source } : undefined),
      ...(options.weights ? { weights: options.weights } : undefined),
    }),
  );
  return {
    name,
    files,
    plan,
    stages: stages.done,
    show: show(graph, runs, plan),
    memory: [
      ...plan.parameters.map(({ name, shape, role, frozen }) => {
        const copies = learning && role === "parameter" && !frozen ? 2 + optimizer.slots.length : 1;
        return { name, floats: copies * size(shape) };
      }),
      ...Object.values(runs).flatMap((run) => (run.arena.end === arena ? fullest(run.arena) : [])),
    ],
    parameters: sum(
      plan.parameters.filter((p) => p.role === "parameter").map((p) => size(p.shape)),
    ),
    multiplyAdds,
  };
}

/** Options that say how to train, of a module that does not. */
function refuseTraining({ inputGradients, freeze, optimizer }: Settled): void {
  const idle = [
    ...(inputGradients.length > 0 ? ["inputGradients (--grad)"] : []),
    ...(freeze.length > 0 ? ["freeze"] : []),
    ...(optimizer ? ["optimizer"] : []),
  ];
  if (idle.length > 0)
    refuse(
      "KS505",
      `${idle.join(" and ")} ${idle.length > 1 ? "have" : "has"} no effect without training`,
      {
        fix: "Compile with training, which needs a loss, or leave the option out.",
      },
    );
}

/** Floats: 4 GiB, beyond which no engine we know gives one array. */
const largestArena = 2 ** 30;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The batch axis in formulas: never of one step, or it would be folded away as an axis that is always 0. */
const batchOf = (maxBatch: number): number => Math.max(2, maxBatch);

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
