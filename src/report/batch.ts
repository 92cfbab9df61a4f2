import { type Graph, tensorsOf } from "../graph/graph.ts";
import type { Tensor } from "../tensor/expr.ts";

/** Which tensors hold one sample after the other, and how many at most. */
export interface Batch {
  readonly size: number;
  readonly has: (tensor: Tensor) => boolean;
  /** The shape of one sample. */
  readonly sample: (tensor: Tensor) => readonly number[];
}

export function batchOf(graph: Graph): Batch {
  const batched = new Set(graph.variables.filter((v) => v.batched).map((v) => v.tensor));
  const [first] = batched;
  const size = first?.shape[0] ?? 1;
  for (const node of graph.nodes) {
    const fed = Object.values(node.inputs).flatMap(tensorsOf);
    if (fed.some((t) => batched.has(t)) && node.out.shape[0] === size) batched.add(node.out);
  }
  const has = (tensor: Tensor) => batched.has(tensor);
  return { size, has, sample: (tensor) => (has(tensor) ? tensor.shape.slice(1) : tensor.shape) };
}

export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
