import { type Graph, GraphBuilder } from "../../src/graph/graph.ts";
import type { Tensor } from "../../src/tensor/expr.ts";

/** LeNet-5: two convolutions, two pools, three linear layers. */
export function lenet(batch = 4): Graph {
  const g = new GraphBuilder();
  const parameter = (name: string, shape: readonly number[]) =>
    g.variable(name, shape, "parameter");
  const image = g.variable("image", [batch, 1, 28, 28], "input", { batched: true });
  const conv = (x: Tensor, name: string, filters: number, pad: number) => {
    const w = parameter(`${name}.weight`, [filters, x.shape[1] ?? 0, 5, 5]);
    const bias = parameter(`${name}.bias`, [filters]);
    const out = g.add("conv2d", { x, w, bias }, { padding: [pad, pad, pad, pad] }, { name });
    return g.add("maxPool2d", { x: g.add("relu", { x: out }) }, { kernel: [2, 2], stride: [2, 2] });
  };
  const linear = (x: Tensor, name: string, units: number) => {
    const w = parameter(`${name}.weight`, [units, x.shape[1] ?? 0]);
    return g.add("linear", { x, w, bias: parameter(`${name}.bias`, [units]) }, {}, { name });
  };
  const features = conv(conv(image, "conv1", 6, 2), "conv2", 16, 0);
  const hidden = g.add("relu", { x: linear(g.add("flatten", { x: features }), "linear1", 120) });
  const logits = linear(g.add("relu", { x: linear(hidden, "linear2", 84) }), "linear3", 10);
  return g.graph("lenet", { logits });
}
