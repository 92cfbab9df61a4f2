import type { Compiled } from "../../codegen/compile.ts";
import { expand } from "../graph/expand.ts";
import { gradient } from "../graph/backward.ts";
import { type Graph, tensorsOf } from "../graph/graph.ts";
import type { Built } from "../graph/model.ts";
import { shapeText } from "../report/batch.ts";
import { table, thousands } from "../report/table.ts";
import { simplify } from "../rewrite/rewrite.ts";
import { printProgram } from "../tensor/print.ts";
import type { stages } from "./compile.ts";

/** What `compile --emit` prints of each stage. */
export const emitted: {
  readonly [S in (typeof stages)[number]]: (built: Built, compiled: Compiled) => string;
} = {
  graph: (built) => printGraph(built.training?.graph ?? built.graph),
  program: (built) => printProgram(simplify(programOf(built))),
  loops: (_, compiled) => compiled.plan.kernels.map((kernel) => kernel.text.trim()).join("\n\n"),
  memory: (_, compiled) => printMemory(compiled),
};

export type Emitted = keyof typeof emitted;

/** With a loss: the training form and its gradients; without: inference. */
function programOf({ graph, training }: Built) {
  if (!training) return expand(graph, "inference").program;
  const { program } = expand(training.graph, "training");
  const parameters = training.graph.variables.filter((v) => v.role === "parameter");
  const wrt = parameters.map((v) => v.tensor);
  return gradient(program, [{ of: training.loss }], wrt).program;
}

function printGraph(graph: Graph): string {
  const variables = graph.variables.map((v) => [
    v.tensor.name,
    shapeText(v.tensor.shape),
    v.role,
    "",
    "",
  ]);
  const nodes = graph.nodes.map((node) => [
    node.name,
    shapeText(node.out.shape),
    node.op,
    Object.values(node.inputs)
      .flatMap(tensorsOf)
      .map((t) => t.name)
      .join(", "),
    Object.entries(node.attrs)
      .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
      .join(", "),
  ]);
  const titles = ["name", "shape", "what", "reads", "options"];
  return table(
    titles.map((title) => ({ title })),
    [...variables, ...nodes],
  );
}

function printMemory({ plan }: Compiled): string {
  const places = [
    ...plan.parameters.map((p) => ({ ...p, what: p.role })),
    ...plan.forward.outputs.map((p) => ({ ...p, what: "output, a sample" })),
    ...(plan.training?.gradients ?? []).map((p) => ({ ...p, what: "gradient" })),
  ];
  const rows = places.map(({ name, shape, offset, what }) => [
    thousands(offset),
    thousands(shape.reduce((a, b) => a * b, 1)),
    what,
    name,
    shapeText(shape),
  ]);
  const columns = ["from", "floats", "what", "name", "shape"].map((title, i) => ({
    title,
    align: i < 2 ? ("right" as const) : ("left" as const),
  }));
  return `${table(columns, rows)}\n\narena: ${thousands(plan.arena)} floats, ${thousands(plan.arena * 4)} bytes`;
}
