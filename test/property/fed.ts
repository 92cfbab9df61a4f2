import type { Net } from "../support/net.ts";
import { random } from "../support/samples.ts";
import { cookModel, type Recipe } from "./nets.ts";

export const targetOf = (shape: readonly number[]) => random(shape, -1, 1, 77).map(Math.fround);

/** The recipe's own parameters into the net, its data out. */
export function fed(recipe: Recipe, batch: number, net: Net) {
  const { net: cooked, graph, y } = cookModel(recipe, batch);
  const kept = graph.variables.filter((v) => v.role === "parameter" || v.role === "state");
  const float = (data: Float64Array | undefined) => Float32Array.from(data ?? []);
  net.load(
    Object.fromEntries(kept.map(({ tensor }) => [tensor.name, float(cooked.values.get(tensor))])),
  );
  const input = [...cooked.values].find(([t]) => t.name === "x0");
  return { x: float(input?.[1]), target: float(targetOf(y.shape)), shape: y.shape.slice(1) };
}
