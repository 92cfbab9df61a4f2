import type { Built } from "../src/graph/model.ts";
import type { Settled } from "./options.ts";
import type { Port } from "./plan.ts";

/** What the app hands over: inputs, and the targets of the loss. */
export function portsOf(built: Built, options: Settled) {
  const inLayout = (shape: readonly number[]) => {
    const [c = 1, h = 1, w = 1] = shape;
    return options.layout === "nhwc" && shape.length === 3 ? [h, w, c] : shape;
  };
  const inputs = built.graph.variables
    .filter((v) => v.role === "input")
    .map(({ tensor, batched }): Port => ({
      name: tensor.name,
      shape: inLayout(batched ? tensor.shape.slice(1) : tensor.shape),
      batched,
      holds: "numbers",
      offset: 0,
    }));
  const targets = (built.training?.targets ?? []).map((t): Port => ({
    name: t.name,
    shape: inLayout(t.shape),
    batched: true,
    holds: t.holds,
    ...(t.classes === undefined ? undefined : { classes: t.classes }),
    ...(t.ignored === undefined ? undefined : { ignored: t.ignored }),
    offset: 0,
  }));
  return { inputs, targets };
}
