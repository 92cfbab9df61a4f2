import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { slots } from "../src/graph/check.ts";
import { type AnyOp, type Graph, GraphBuilder, opOf } from "../src/graph/graph.ts";
import { type OpName, ops } from "../src/ops/index.ts";
import { derive } from "../src/report/derived.ts";
import { outside, print } from "../src/tensor/print.ts";
import type { Tensor } from "../src/tensor/expr.ts";
import { block, formatted, type Pages, table, writePages } from "./pages.ts";

/** Every page of docs/ops by its file name, written from the registry. */
export function opPages(): Promise<Pages> {
  const names = (Object.keys(ops) as OpName[]).sort(); // the registry's own keys
  return formatted([
    ["README.md", index(names)],
    ...names.map((name) => [`${name}.md`, page(name)] as const),
  ]);
}

const index = (names: readonly OpName[]): string =>
  [
    "# Ops",
    "Written from the registry by `docs/write-ops.ts`. Every op is one definition in index notation;",
    "its gradient is derived. Shapes here count all axes: the first is the batch where there is one.",
    "",
    "Ops are what layers are made of. The functions that a model calls, `conv2d(x, { filters: 6, kernel: 5 })`,",
    "add parameters, defaults and typed shapes, and count axes without the batch. They and their options stand in",
    "[src/graph/layers](../../src/graph/layers), and are told by the editor.",
    "",
    ...table(
      ["op", "what it is", "ONNX"],
      names.map((name) => {
        const op = opOf(name);
        return [`[${name}](${name}.md)`, op.summary, op.onnx ?? ""];
      }),
    ),
    "",
  ].join("\n");

function page(name: OpName): string {
  const op = opOf(name);
  return [
    `# ${name}`,
    "",
    `${op.summary}.${op.onnx ? ` ONNX: \`${op.onnx}\`.` : ""}`,
    "",
    ...block([op.formula]),
    "",
    ...operands(op),
    "",
    ...options(op),
    "",
    "## Sizes",
    "",
    ...sizes(name, op),
    ...gradients(name),
    "",
  ].join("\n");
}

function operands(op: AnyOp): string[] {
  const arity = { one: "", optional: "may be left out", list: "one or more" };
  const rows = slots(op).map((slot) => [
    `\`${slot.name}\``,
    slot.axes === "..." ? "any" : slot.axes.split(" ").join(", "),
    arity[slot.arity],
  ]);
  return ["## Operands", "", ...table(["operand", "axes", ""], rows)];
}

function options(op: AnyOp): string[] {
  const rows = Object.entries(op.attrs).map(([name, { takes, fallback }]) => [
    `\`${name}\``,
    takes,
    fallback === undefined ? "must be given" : `\`${JSON.stringify(fallback)}\``,
  ]);
  return rows.length === 0
    ? []
    : ["## Options", "", ...table(["option", "takes", "default"], rows)];
}

function sizes(name: OpName, op: AnyOp): string[] {
  const rows = op.samples.map((sample, i) => {
    const { out } = sampled(name, i);
    const given = Object.entries(sample.inputs as { [name: string]: unknown }); // shapes, or lists of them
    const attrs = Object.entries(sample.attrs ?? {});
    return [
      given.map(([operand, shape]) => `${operand} ${shapes(shape)}`).join(", "),
      attrs.map(([attr, value]) => `${attr}: ${JSON.stringify(value)}`).join(", "),
      shapes(out.shape),
    ];
  });
  return table(["operands", "options", "output"], rows);
}

/** Forward and backward at the sizes of the first sample. */
function gradients(name: OpName): string[] {
  const { graph, given } = sampled(name, 0);
  const [node] = graph.nodes;
  if (!node) return [];
  const { forward, backward, nameOf } = derive(graph, node, "training");
  const lines = (definitions: typeof forward) =>
    definitions.flatMap((d) =>
      d.pieces.map((p) => print.piece(d.tensor, p, nameOf) + outside(p.body, nameOf)),
    );
  const heading = "## Derived gradient";
  if (backward.length === 0) return ["", heading, "", "None: its slope is 0 wherever it has one."];
  const at = `With ${given}, dy being what y is owed:`;
  return ["", heading, "", at, "", ...block([...lines(forward), "", ...lines(backward)])];
}

function sampled(name: OpName, which: number): { graph: Graph; out: Tensor; given: string } {
  const sample = opOf(name).samples[which];
  const g = new GraphBuilder();
  const given = Object.entries((sample?.inputs ?? {}) as { [name: string]: readonly unknown[] }); // shapes, or lists of them
  const fed = Object.fromEntries(
    given.map(([operand, shape]) => [
      operand,
      isShape(shape)
        ? g.variable(operand, shape, "input")
        : shape.map((one, i) => g.variable(`${operand}${i}`, one as readonly number[], "input")), // a list of shapes
    ]),
  );
  const out = g.add(name, fed as never, (sample?.attrs ?? {}) as never); // as the op declares them
  const text = given.map(([operand, shape]) => `${operand} ${shapes(shape)}`).join(", ");
  return { graph: g.graph("sample", { out }), out, given: text };
}

const isShape = (shape: readonly unknown[]): shape is readonly number[] =>
  shape.every((size) => typeof size === "number");

const shapes = (shape: unknown): string => JSON.stringify(shape).replaceAll(",", ", ");

if (process.argv[1] === fileURLToPath(import.meta.url))
  writePages(join(import.meta.dirname, "ops"), await opPages());
