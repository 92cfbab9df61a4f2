import type { Graph } from "../graph/graph.ts";
import type { Model } from "../graph/model.ts";
import { graphOf as plain } from "../report/graph-of.ts";

/** The model's graph for reports, called as its file is where it has no name of its own. */
export const graphOf = (model: Model, name: string, withLoss = false): Graph => ({
  ...plain(model, withLoss),
  name,
});
