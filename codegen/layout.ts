import { Axis } from "../src/tensor/axis.ts";
import { read, type Tensor } from "../src/tensor/expr.ts";
import { type Definition, define } from "../src/tensor/program.ts";

/** An output as the app sees it, with the definition that turns it over where it must be. */
export interface Output {
  readonly name: string;
  readonly tensor: Tensor;
  readonly shape: readonly number[];
  readonly definition?: Definition;
}

/** [n,c,h,w] → [n,h,w,c] for an app that has channels last; a copy of what is no node's own. */
export function outputIn(
  layout: "nchw" | "nhwc",
  name: string,
  tensor: Tensor,
  variables: ReadonlySet<Tensor>,
): Output {
  const shape = tensor.shape.slice(1);
  const turned = layout === "nhwc" && tensor.shape.length === 4;
  if (!turned && !variables.has(tensor)) return { name, tensor, shape };
  const axes = tensor.shape.map((size, d) => new Axis(["n", "c", "h", "w"][d] ?? `i${d}`, size));
  const order = turned ? [0, 2, 3, 1] : tensor.shape.map((_, d) => d);
  const own = order.map((d) => axes[d] ?? new Axis("i", 1));
  const made: Tensor = { name: `${name}.out`, shape: own.map((axis) => axis.size) };
  return {
    name,
    tensor: made,
    shape: made.shape.slice(1),
    definition: define(made, own, read(tensor, axes), name),
  };
}
