import { expand } from "../graph/expand.ts";
import { type Graph, type Node, tensorsOf, type Variable } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import { simplify } from "../rewrite/rewrite.ts";
import type { Tensor } from "../tensor/expr.ts";
import { type Definition, size } from "../tensor/program.ts";
import { reads, within } from "../tensor/walk.ts";
import { batchOf } from "./batch.ts";
import { multiplyAdds } from "./cost.ts";
import { graphOf } from "./graph-of.ts";
import { receptiveField } from "./receptive-field.ts";
import { dropped, transposedOf, type Window, windowsOf } from "./window.ts";

/** What one layer is and costs, for one sample. */
export interface Row {
  readonly name: string;
  readonly op: string;
  readonly output: readonly number[];
  readonly windows: readonly Window[];
  /** Rows and columns added after the input's last. */
  readonly after: readonly number[];
  /** Rows and columns at the end that no window reads; `pixels`: without the padding among them. */
  readonly dropped: readonly { readonly rows: number; readonly pixels: number }[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly activationBytes: number;
  readonly receptiveField: readonly number[];
  /** inputs · outputs: the weights of the same mapping when every output has its own weight for every input. */
  readonly dense: number;
}

export interface Summary {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly rows: readonly Row[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly activationBytes: number;
  readonly dense: number;
}

export function summary(of: Graph | Model): Summary {
  const graph = graphOf(of);
  const program = simplify(expand(graph, "inference").program);
  const batch = batchOf(graph);
  const roles = new Map<Tensor, Variable["role"]>(graph.variables.map((v) => [v.tensor, v.role]));
  const isData = (tensor: Tensor) => !isParameter(tensor) && roles.get(tensor) !== "state";
  const isParameter = (tensor: Tensor) => roles.get(tensor) === "parameter";
  const inputs = graph.variables.filter((v) => v.role === "input").map((v) => v.tensor);
  const counted = new Set<Tensor>();
  const sampleSize = (tensor: Tensor) => size(batch.sample(tensor));

  const rowOf = (node: Node): Row => {
    const definitions = program.definitions.filter((d) => d.from === node.name);
    const operands = Object.values(node.inputs).flatMap(tensorsOf);
    const own = [...new Set(operands)].filter((t) => isParameter(t) && !counted.has(t));
    for (const tensor of own) counted.add(tensor);
    const moved = windowsOf(definitions, isData, Array.isArray(node.attrs["stride"]));
    const windows = moved.length > 0 ? moved : transposedOf(node);
    const after = afterOf(node, windows);
    const products = definitions.reduce((total, d) => total + multiplyAdds(d), 0);
    const incoming = operands.filter(isData).reduce((total, t) => total + sampleSize(t), 0);
    const outgoing = sampleSize(node.out);
    const mixes = windows.length > 0 || contracts(definitions, isParameter, outgoing < incoming);
    return {
      name: node.name,
      op: node.op,
      output: batch.sample(node.out),
      windows,
      after,
      dropped: moved.map((window, d) => dropped(window, after[d] ?? 0)),
      parameters: own.reduce((total, t) => total + size(t.shape), 0),
      multiplyAdds: Math.round(products / (batch.has(node.out) ? batch.size : 1)),
      activationBytes: outgoing * 4,
      receptiveField: receptiveField(program, node.out, inputs),
      dense: mixes ? incoming * outgoing : 0,
    };
  };

  const rows = graph.nodes.map(rowOf);
  const total = (pick: (row: Row) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  return {
    name: graph.name,
    inputs: inputs.map((t) => ({ name: t.name, shape: batch.sample(t) })),
    rows,
    parameters: total((r) => r.parameters),
    multiplyAdds: total((r) => r.multiplyAdds),
    activationBytes: total((r) => r.activationBytes),
    dense: total((r) => r.dense),
  };
}

/** Whether outputs gather inputs: a sum with weights in it, or a sum or maximum into fewer elements. */
const contracts = (
  definitions: readonly Definition[],
  isParameter: (tensor: Tensor) => boolean,
  shrinks: boolean,
): boolean =>
  definitions.some((d) =>
    d.pieces.some((piece) =>
      [...within(piece.body)].some(
        (e) =>
          (e.kind === "sum" || e.kind === "greatest") &&
          (shrinks || reads(e.body).some((r) => isParameter(r.tensor))),
      ),
    ),
  );

/** The definition shows no padding at the end; the attribute does: top, left, bottom, right. */
function afterOf(node: Node, windows: readonly Window[]): readonly number[] {
  const sides = node.attrs["padding"];
  return windows.map((window, d) => {
    const side: unknown = Array.isArray(sides) ? sides[windows.length + d] : undefined;
    return typeof side === "number" ? side : window.before;
  });
}
