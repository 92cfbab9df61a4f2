import { invariant, refuse } from "../src/diagnostics.ts";
import { gradient } from "../src/graph/backward.ts";
import { expand } from "../src/graph/expand.ts";
import type { Graph } from "../src/graph/graph.ts";
import { placed } from "../src/graph/place.ts";
import type { Optimizer } from "../src/graph/optimizers.ts";
import type { Built } from "../src/graph/model.ts";
import { poolFirst } from "../src/graph/passes/pool-first.ts";
import type { Tensor } from "../src/tensor/expr.ts";
import { type Program, size } from "../src/tensor/program.ts";
import { reads } from "../src/tensor/walk.ts";
import { assemble, type Run } from "./assemble.ts";
import { outputIn } from "./layout.ts";
import { homeOf } from "./memory/arena.ts";
import type { Block } from "./memory/block.ts";
import type { Settled } from "./options.ts";
import type { Stages } from "./stages.ts";
import { update } from "./update.ts";

/** Inference, and the loss over it where there is one: one run, of which `forward` is a part. */
export function inferenceOf(built: Built, options: Settled, layout: Block, stages: Stages) {
  const graph = built.training?.graph ?? built.graph;
  const { program, step } = stages.run("expand", () => expand(poolFirst(graph), "inference"));
  const moved = Object.entries(built.graph.outputs).map(([name, tensor]) =>
    outputIn(options.layout, name, tensor, variablesOf(graph)),
  );
  const all: Program = {
    ...program,
    definitions: [
      ...program.definitions,
      ...moved.flatMap((o) => (o.definition ? [o.definition] : [])),
    ],
    outputs: [
      ...new Set([...moved.map((o) => o.tensor), ...(built.training ? [built.training.loss] : [])]),
    ],
  };
  const fixed = new Map([...layout.offsets, [step, layout.step] as const]);
  const run = stages.run("schedule", () =>
    assemble({
      program: all,
      batched: batchedOf(graph),
      maxBatch: options.maxBatch,
      fixed,
      inputs: dataOf(graph),
      base: layout.end,
      ...settings(options),
      constants: keptOf(graph),
    }),
  );
  const forward: Program = { ...all, outputs: moved.map((o) => o.tensor) };
  return { run, outputs: moved, forward };
}

/** Forward in its training form, the gradients, and the running averages. */
export function trainingOf(built: Built, options: Settled, layout: Block, stages: Stages) {
  invariant(built.training, "a training run without a loss");
  const { graph, loss } = built.training;
  const expanded = stages.run("expand for training", () => expand(poolFirst(graph), "training"));
  const wanted = inputsToDifferentiate(built.graph, options.inputGradients);
  const wrt = [...layout.trained, ...wanted];
  const placeOf = (tensor: Tensor | undefined) =>
    graph.variables.find((v) => v.tensor === tensor)?.at;
  const derived = stages.run("derive", () =>
    placed(
      "loss",
      placeOf(wrt[0]),
    )(() => gradient({ ...expanded.program, outputs: [loss] }, [{ of: loss }], wrt)),
  );
  const fixed = new Map([...layout.offsets, [expanded.step, layout.step] as const]);
  for (const tensor of wrt) {
    const adjoint = derived.adjoints.get(tensor);
    const [offset, at] = [layout.offsets.get(tensor), placeOf(tensor)];
    if (!adjoint)
      refuse("KS107", `the loss does not depend on ${tensor.name}`, {
        fix:
          offset === undefined
            ? "Leave it out of the inputs that are differentiated."
            : `Freeze it (--freeze ${tensor.name.replace(/\.[^.]*$/, "")}), or leave it out of the model.`,
        ...(at ? { at } : {}),
      });
    if (offset !== undefined) fixed.set(adjoint, layout.gradients + offset);
  }
  const owed = wrt.map((tensor) => {
    const adjoint = derived.adjoints.get(tensor);
    invariant(adjoint, `${tensor.name} has no gradient`);
    return layout.offsets.has(tensor)
      ? { name: tensor.name, tensor: adjoint }
      : outputIn(options.layout, tensor.name, adjoint, variablesOf(graph));
  });
  const turned = owed.flatMap((o) => ("definition" in o && o.definition ? [o.definition] : []));
  const program: Program = {
    ...derived.program,
    definitions: [...derived.program.definitions, ...turned],
    outputs: [loss, ...owed.map((o) => o.tensor), ...expanded.updates.map((u) => u.value)],
  };
  const run = stages.run("schedule training", () =>
    assemble({
      program,
      batched: batchedOf(graph),
      maxBatch: options.maxBatch,
      fixed,
      inputs: dataOf(graph),
      base: layout.end,
      ...settings(options),
      constants: new Set(),
    }),
  );
  const gradients = owed.map(({ name, tensor }) => {
    const batched = run.schedule.batch.tensors.has(tensor);
    const shape = batched ? tensor.shape.slice(1) : tensor.shape;
    return { name, shape, offset: offsetOf(run, tensor), batched };
  });
  const renew = expanded.updates.map(({ state, value }) => {
    return {
      from: offsetOf(run, value),
      to: layout.offsets.get(state) ?? 0,
      size: size(state.shape),
    };
  });
  return { run, gradients, renew };
}

/**
 * The optimiser's step, in place on the trained parameters and its slots; from `base` on it has memory
 * of its own: the loss stays where it is.
 */
export function updateOf(
  optimizer: Optimizer,
  options: Settled,
  layout: Block,
  base: number,
  stages: Stages,
): Run {
  const { program, tensors, renewed } = update(optimizer, layout.trainedSize);
  const fixed = new Map<Tensor, number>([
    [tensors.theta, 0],
    [tensors.gradient, layout.gradients],
    ...tensors.slots.map((t, k) => [t, layout.slots.from + k * layout.trainedSize] as const),
    [tensors.learningRate, layout.learningRate],
    [tensors.count, layout.step],
  ]);
  for (const [fresh, old] of renewed) fixed.set(fresh, fixed.get(old) ?? 0);
  return stages.run("optimizer", () =>
    assemble({
      program,
      batched: new Set(),
      maxBatch: 1,
      fixed,
      inputs: [],
      base,
      ...settings(options),
      constants: new Set(),
    }),
  );
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

/** What every run of a module has in common. */
const settings = ({ target, layout, precision, threads }: Settled) => ({
  target,
  layout,
  precision,
  threads,
});

/** What stays as it is from call to call where nothing trains it: parameters and running averages. */
const keptOf = (graph: Graph): Set<Tensor> =>
  new Set(
    graph.variables
      .filter((v) => v.role === "parameter" || v.role === "state")
      .map((v) => v.tensor),
  );
const dataOf = (graph: Graph): Tensor[] =>
  graph.variables.filter((v) => v.role === "input" || v.role === "target").map((v) => v.tensor);
const batchedOf = (graph: Graph): Set<Tensor> =>
  new Set(graph.variables.filter((v) => v.batched).map((v) => v.tensor));
const variablesOf = (graph: Graph): ReadonlySet<Tensor> =>
  new Set(graph.variables.map((v) => v.tensor));
export const offsetOf = (run: Run, tensor: Tensor): number => homeOf(run.arena, tensor).offset;

/** What `prepare` runs of a run: no data comes in, so no halo of it is filled. */
export const preparing = (run: Run): Run => ({
  ...run,
  arena: { ...run.arena, fills: run.arena.fills.filter(({ before }) => before >= 0) },
});

/** All nests of a run but those that are prepared. */
export const whole = (run: Run): number[] =>
  [...run.kernels.keys()].filter((k) => !run.prepared.includes(k));

/** The nests that the tensors depend on, in order, but those that are prepared. */
export function needed(run: Run, tensors: readonly Tensor[]): number[] {
  const wanted = new Set(tensors);
  const found: number[] = [];
  for (const k of whole(run).reverse()) {
    const stores = run.schedule.nests[k]?.stores ?? [];
    if (!stores.some((s) => wanted.has(s.tensor))) continue;
    found.unshift(k);
    for (const s of stores) for (const r of reads(s.body)) wanted.add(r.tensor);
  }
  return found;
}
