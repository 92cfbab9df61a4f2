import type { Graph } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";

/** A batch size that no other size is likely to be, so that reports can tell the batch from the rest. */
const batch = 31;

/** The model's graph for reports: at that batch size, without the loss or with it. */
export function graphOf(model: Model, name: string, withLoss = false): Graph {
  const built = model.build(batch, withLoss ? model.train.loss : undefined);
  return { ...(built.training?.graph ?? built.graph), name };
}
