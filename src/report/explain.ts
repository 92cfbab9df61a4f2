import { refuse } from "../diagnostics.ts";
import type { Mode } from "../graph/expand.ts";
import { type Graph, type Node, opOf, tensorsOf } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import { latex } from "../tensor/latex.ts";
import { outside, print, ranges } from "../tensor/print.ts";
import type { Definition } from "../tensor/program.ts";
import { type Batch, batchOf, shapeText } from "./batch.ts";
import { graphOf } from "./graph-of.ts";
import { type Derived, derive } from "./derived.ts";

/**
 * What each layer computes and what back-propagation computes for it: the op's formula, the same with
 * this layer's sizes, and the derived gradients of its operands.
 */
export function explain(
  of: Graph | Model,
  layer?: string,
  { latex: asLatex = false }: { readonly latex?: boolean } = {},
): string {
  const graph = graphOf(of);
  const nodes = layer === undefined ? graph.nodes : nodesCalled(layer, graph);
  const batch = batchOf(graph);
  const show = asLatex ? inLatex : inText;
  return nodes.map((node) => show(graph, node, batch)).join("\n\n");
}

/** The nodes of a layer: one of its name, or its parts: "linear1.product". */
function nodesCalled(layer: string, graph: Graph): readonly Node[] {
  const found = graph.nodes.filter(({ name }) => name === layer || name.startsWith(`${layer}.`));
  if (found.length > 0) return found;
  return refuse("KS109", `${graph.name} has no layer "${layer}"`, {
    fix: `Its layers are ${graph.nodes.map((node) => node.name).join(", ")}.`,
  });
}

/** Training may differ from inference: batch norm, dropout. */
function modes(node: Node): readonly { readonly mode: Mode; readonly title: string }[] {
  if (!opOf(node.op).training) return [{ mode: "training", title: "here" }];
  return [
    { mode: "inference", title: "inference" },
    { mode: "training", title: "training" },
  ];
}

function inText(graph: Graph, node: Node, batch: Batch): string {
  const op = opOf(node.op);
  const sections = modes(node).map(({ mode, title }) => ({
    title,
    derived: derive(graph, node, mode),
  }));
  const batched = [node.out, ...Object.values(node.inputs).flatMap(tensorsOf)].some(batch.has);
  const lines: string[] = [heading(node, sections[0]?.derived, batch), `  ${op.summary}`, ""];
  lines.push(...titled("in general", [op.formula]));
  for (const { title, derived } of sections) {
    const pieces = derived.forward.flatMap((d) => d.pieces);
    const sizes = ranges(pieces, (axis) =>
      axis.size === batch.size && batched ? "N" : `${axis.size}`,
    );
    lines.push(
      ...titled(title, [...formulas(derived.forward, derived), ...(sizes ? [sizes] : [])]),
    );
  }
  const derived = sections.at(-1)?.derived;
  if (!derived || derived.backward.length === 0)
    lines.push("", "  no gradient flows back through it");
  else {
    lines.push("", "  backward, dy being what the loss owes y: dy = ∂loss/∂y, dx = ∂loss/∂x …");
    lines.push(...formulas(derived.backward, derived).map((line) => `    ${line}`));
  }
  return lines.join("\n");
}

/** conv1: conv2d of x = image [1, 28, 28], w = conv1.weight [6, 1, 5, 5] → [6, 28, 28] */
function heading(node: Node, derived: Derived | undefined, batch: Batch): string {
  const fed = (derived?.operands ?? []).map(
    ({ name, tensor }) => `${name} = ${tensor.name} ${shapeText(batch.sample(tensor))}`,
  );
  return `${node.name}: ${node.op} of ${fed.join(", ")} → ${shapeText(batch.sample(node.out))}`;
}

const formulas = (definitions: readonly Definition[], { nameOf }: Derived): string[] =>
  definitions.flatMap((d) =>
    d.pieces.map((piece) => print.piece(d.tensor, piece, nameOf) + outside(piece.body, nameOf)),
  );

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.map((line, i) => `  ${(i === 0 ? title : "").padEnd(12)}${line}`);

/** For a document with amsmath: a paragraph and an align* a layer. */
function inLatex(graph: Graph, node: Node, batch: Batch): string {
  const all = modes(node).map(({ mode }) => derive(graph, node, mode));
  const last = all.at(-1);
  const rows = [
    ...all.flatMap((derived) => rowsOf(derived.forward, derived)),
    ...(last ? rowsOf(last.backward, last) : []),
  ];
  const title = heading(node, all[0], batch)
    .slice(node.name.length + 1)
    .replace(/[_#$%&{}]/g, "\\$&")
    .replace("→", "$\\to$");
  const body = rows.map((row) => `  ${row}`).join(" \\\\\n");
  return `\\paragraph{${node.name.replaceAll("_", "\\_")}}${title}\n\\begin{align*}\n${body}\n\\end{align*}`;
}

const rowsOf = (definitions: readonly Definition[], { nameOf }: Derived): string[] =>
  definitions.flatMap((d) =>
    d.pieces.map((piece) => latex.piece(d.tensor, piece, nameOf).replace(" = ", " &= ")),
  );
