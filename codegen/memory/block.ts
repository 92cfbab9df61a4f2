import { refuse } from "../../src/diagnostics.ts";
import type { Graph, Variable } from "../../src/graph/graph.ts";
import { namedBy } from "../../src/graph/named.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";

/**
 * What lies at the start of the arena, the same for every run: the trained parameters, the other
 * parameters and running averages; then, for training, the gradients and each slot of the optimiser,
 * laid out as the trained parameters are, and two numbers.
 */
export interface Block {
  readonly offsets: ReadonlyMap<Tensor, number>;
  /** Parameters that are trained, in the order they lie. */
  readonly trained: readonly Tensor[];
  /** Floats of the trained ones: from 0 to here. */
  readonly trainedSize: number;
  readonly gradients: number;
  /** The optimiser's slots, one after the other. */
  readonly slots: { readonly from: number; readonly to: number };
  readonly learningRate: number;
  /** Counts training steps. */
  readonly step: number;
  /** Where everything else may start. */
  readonly end: number;
}

export function block(
  graph: Graph,
  train: boolean,
  freeze: readonly string[],
  slots: number,
): Block {
  const kept = graph.variables.filter((v) => v.role === "parameter" || v.role === "state");
  const frozen = frozenOf(kept, graph, freeze);
  const isTrained = (v: Variable) => train && v.role === "parameter" && !frozen.has(v);
  const trained = kept.filter(isTrained);
  if (train && trained.length === 0)
    refuse("KS107", "there is no parameter to train", {
      fix: "Freeze fewer layers, or compile with --no-train.",
    });
  const offsets = new Map<Tensor, number>();
  let end = 0;
  let trainedSize = 0;
  for (const v of [...trained, ...kept.filter((v) => !isTrained(v))]) {
    offsets.set(v.tensor, end);
    end += size(v.tensor.shape);
    if (isTrained(v)) trainedSize = end;
  }
  const from = end + trainedSize;
  const to = from + slots * trainedSize;
  return {
    offsets,
    trained: trained.map((v) => v.tensor),
    trainedSize,
    gradients: end,
    slots: { from, to },
    learningRate: to,
    step: to + 1,
    end: to + 2,
  };
}

/** A name freezes the parameter, the layer or the block of that name. */
function frozenOf(kept: readonly Variable[], graph: Graph, freeze: readonly string[]) {
  const frozen = new Set<Variable>();
  for (const name of freeze) {
    const hit = namedBy([name], kept);
    if (hit.length === 0) {
      const layers = [...new Set(kept.map((v) => v.tensor.name.replace(/\.[^.]*$/, "")))];
      const exists = graph.nodes.some((n) => n.name === name);
      refuse(
        "KS109",
        exists ? `${name} has no parameters to freeze` : `there is no layer ${name}`,
        {
          fix: `Layers with parameters are ${layers.join(", ")}.`,
        },
      );
    }
    for (const v of hit) frozen.add(v);
  }
  return frozen;
}
