import type { ChannelwiseShape, Input, Shape, ShapeOf } from "../../shapes/index.ts";
import { constant, type Initializer } from "../initializers.ts";
import type { Tensor } from "../tensor.ts";
import { layer, type Named } from "./layer.ts";
import { channels } from "./norm.ts";
import { flag, initializer } from "./options.ts";

export interface PreluOptions extends Named {
  /** One slope for all channels instead of one for each; false where not given. */
  readonly shared?: boolean;
  /** What the slope starts as; `constant(0.25)` where not given. */
  readonly weightInitializer?: Initializer;
}

/** y[c,…] = x[c,…] > 0 ? x[c,…] : weight[c]·x[c,…], the slope learned (He et al. 2015). */
export function prelu<S extends Shape>(
  x: Input<Tensor<S>, ChannelwiseShape<S, "prelu">>,
  options?: PreluOptions,
): Tensor<ShapeOf<ChannelwiseShape<S, "prelu">>>;
export function prelu(fed: unknown, given?: unknown): Tensor {
  const declared = {
    called: "prelu",
    short: "prelu",
    options: { shared: flag(false), weightInitializer: initializer(constant(0.25)) },
  };
  return layer(declared, { x: fed }, given, (call, { x }, { shared, weightInitializer }) => {
    const c = channels("prelu", x);
    const initial = weightInitializer({ in: 1, out: 1 });
    const weight = call.parameter("weight", [shared ? 1 : c], initial);
    // the op broadcasts from the right
    const axes = x.shape.slice(1).map((_, d) => d + 1);
    const slope =
      axes.length === 0 ? weight : call.add("unsqueeze", { x: weight }, { axes }, "slope");
    return call.add("prelu", { x: x.raw, slope });
  });
}
