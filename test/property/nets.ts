import * as fc from "fast-check";
import { type Graph, tensorsOf } from "../../src/graph/graph.ts";
import { mse } from "../../src/graph/losses.ts";
import type { Model } from "../../src/graph/model.ts";
import { sgd } from "../../src/graph/optimizers.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import { type Draw, moves, Net } from "./moves.ts";

/** What a net is made from: numbers alone, so that a failing one shrinks. */
export interface Recipe {
  readonly shape: readonly number[];
  /** With many channels. */
  readonly wide?: boolean;
  readonly steps: readonly {
    readonly move: string;
    readonly from: number;
    readonly drawn: number;
  }[];
}

export const recipes = (most: number, wide = false): fc.Arbitrary<Recipe> =>
  fc.record({
    wide: fc.constant(wide),
    shape: fc.oneof(
      { weight: 4, arbitrary: wide ? wideImages : images },
      { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: wide ? 40 : 6 })) },
    ),
    steps: fc.array(
      fc.record({
        move: fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom(...Object.keys(moves)) },
          { weight: 1, arbitrary: fc.constantFrom(...windows) },
        ),
        from: fc.nat({ max: 2 }),
        drawn: fc.nat({ max: 1e6 }),
      }),
      { minLength: 1, maxLength: most },
    ),
  });
const sides = fc.integer({ min: 1, max: 9 });
const images = fc.tuple(fc.integer({ min: 1, max: 4 }), sides, sides);
/** Some so large that a convolution may go Winograd's way. */
const wideSides = fc.integer({ min: 1, max: 18 });
const wideImages = fc.tuple(fc.constantFrom(1, 3, 4, 5, 8, 16, 17), wideSides, wideSides);
/** Where most of the code is, and most of the ways to go wrong. */
const windows = ["conv", "depthwise", "transposed", "maxPool", "averagePool", "batchNorm"];

/** Tensors larger than this are left as they are: the evaluator is slow, kernels are not. */
const largest = { few: 500, wide: 5000 } as const;

/** The net of a recipe: its tensors, the last of them what it computes. */
export function cook({ shape, steps, wide = false }: Recipe, batch: number, samples = batch) {
  const net = new Net(batch, wide);
  net.made.push(net.input(shape, samples));
  for (const { move, from, drawn } of steps) {
    const x = net.made[Math.max(0, net.made.length - 1 - from)];
    let rest = drawn;
    const draw: Draw = (below) => {
      const found = rest % below;
      rest = Math.floor(rest / below);
      return found;
    };
    if (!x || size(x.shape) / batch > largest[wide ? "wide" : "few"]) continue;
    const made = moves[move]?.(net, x, draw);
    if (made) net.made.push(made);
  }
  const out = net.made[net.made.length - 1];
  if (!out) throw new Error("a net has its input at least");
  return { net, out };
}

/** What a net needs, with a factor at its end, so that there is always something to train. */
export function cookModel(recipe: Recipe, batch: number, samples = batch) {
  const { net, out } = cook(recipe, batch, samples);
  const factor = net.parameter(out.shape.slice(-1), 1);
  const y = net.g.add("mul", { a: out, b: factor });
  const needed = new Set<Tensor>([y]);
  const nodes = [...net.g.nodes].reverse().filter((node) => {
    if (!needed.has(node.out)) return false;
    for (const tensor of Object.values(node.inputs).flatMap(tensorsOf)) needed.add(tensor);
    return true;
  });
  const variables = net.g.variables.filter((v) => needed.has(v.tensor));
  const graph: Graph = { name: "net", variables, nodes: nodes.reverse(), outputs: { y } };
  return { net, graph, y };
}

/** The recipe as a model, trained by the mean squared error. */
export const modelOf = (recipe: Recipe): Model => ({
  kind: "kernelsmith model",
  name: "net",
  train: { loss: mse(), optimizer: sgd({ learningRate: 0.1 }) },
  build(batch, loss) {
    const { net, graph, y } = cookModel(recipe, batch);
    if (!loss) return { graph };
    const before = net.g.nodes.length;
    const targets = loss.targets({ y });
    const target = net.g.variable("target", y.shape, "target", { batched: true });
    const value = loss.build(net.g, { y }, { target });
    const last = net.g.variables[net.g.variables.length - 1];
    const trained: Graph = {
      ...graph,
      variables: [...graph.variables, ...(last ? [last] : [])],
      nodes: [...graph.nodes, ...net.g.nodes.slice(before)],
      outputs: { y, loss: value },
    };
    return { graph, training: { graph: trained, loss: value, targets } };
  },
});
