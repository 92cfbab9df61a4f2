import { refuse } from "../diagnostics.ts";
import type { Graph } from "../graph/graph.ts";
import { isModel, type Model } from "../graph/model.ts";

/** A batch size that no other size is likely to be, so that reports can tell the batch from the rest. */
const batch = 31;

/** What a report is about: a graph as it is, a model's graph without its loss or with it. */
export function graphOf(of: Graph | Model, withLoss = false): Graph {
  if (isModel(of)) {
    const { graph, training } = of.build(batch, withLoss ? of.train.loss : undefined);
    return training?.graph ?? graph;
  }
  if (Array.isArray((of as Graph | undefined)?.nodes)) return of; // the caller may have no types
  return refuse("KS108", "this is no model", { fix: "Give what defineModel returns." });
}
