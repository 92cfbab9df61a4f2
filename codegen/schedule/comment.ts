import type { Axis } from "../../src/tensor/axis.ts";
import { print } from "../../src/tensor/print.ts";
import type { Tile } from "../loops/spans.ts";
import { bound, within } from "../../src/tensor/walk.ts";
import type { Nest } from "./group.ts";

/** What a kernel computes, a formula for each tensor it writes, then what the schedule does with it. */
export function comment(nest: Nest, tile: Tile): string[] {
  const formulas = nest.stores.map((s) =>
    print.piece(s.tensor, { axes: nest.axes, at: s.at, body: s.body }),
  );
  const axes = new Set<Axis>([
    ...nest.axes,
    ...nest.stores.flatMap((s) => [...within(s.body)].reverse().flatMap((e) => bound(e))),
  ]);
  const seen = new Map<string, number>();
  const by: string[] = [];
  for (const axis of axes) {
    const before = seen.get(axis.name) ?? 0;
    seen.set(axis.name, before + 1);
    const name = axis.name + "′".repeat(before);
    const times = tile.times.get(axis) ?? 1;
    if (times > 1) by.push(times >= axis.size ? `${name} unrolled` : `${name} by ${times}`);
  }
  return by.length > 0 ? [...formulas, `${by.join(", ")}.`] : formulas;
}
