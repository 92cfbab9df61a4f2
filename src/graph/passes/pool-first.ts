import type { Tensor } from "../../tensor/expr.ts";
import { type Graph, type Node, tensorsOf } from "../graph.ts";

/** f(max x) = max f(x) for these, and where f is flat no gradient flows that a tie could misdirect. */
const monotone: ReadonlySet<string> = new Set(["relu", "relu6", "clip"]);

/**
 * maxPool(relu(x)) = relu(maxPool(x)): a quarter of the work for a 2×2 window, and the activation no
 * longer stands between a convolution and the pool that shares its loops.
 */
export function poolFirst(graph: Graph): Graph {
  const readers = new Map<Tensor, number>();
  for (const node of graph.nodes)
    for (const tensor of Object.values(node.inputs).flatMap(tensorsOf))
      readers.set(tensor, (readers.get(tensor) ?? 0) + 1);
  const kept = new Set(Object.values(graph.outputs));
  const activations = new Map(graph.nodes.filter((n) => monotone.has(n.op)).map((n) => [n.out, n]));
  const nodes: Node[] = [];
  const moved = new Set<Node>();
  for (const pool of graph.nodes) {
    const [x] = tensorsOf(pool.inputs["x"]);
    const before = pool.op === "maxPool2d" && x ? activations.get(x) : undefined;
    if (!before || !x || readers.get(x) !== 1 || kept.has(x) || moved.has(before)) {
      nodes.push(pool);
      continue;
    }
    moved.add(before);
    const out: Tensor = { name: `${pool.name}.max`, shape: pool.out.shape };
    nodes.splice(nodes.indexOf(before), 1);
    nodes.push({ ...pool, inputs: before.inputs, out });
    nodes.push({ ...before, inputs: { ...before.inputs, x: out }, out: pool.out });
  }
  return { ...graph, nodes };
}
