import type { Axis } from "../../src/tensor/axis.ts";
import { print } from "../../src/tensor/print.ts";
import type { Tile } from "../loops/lower.ts";
import { bound, within } from "../../src/tensor/walk.ts";
import type { Nest } from "./group.ts";

/** What a kernel computes, a formula for each tensor it writes, then what the schedule does with it. */
export function comment(nest: Nest, tile: Tile): string[] {
  const formulas = nest.stores.map((s) =>
    print.piece(s.tensor, { axes: nest.axes, at: s.at, body: s.body }),
  );
  const axes: readonly Axis[] = [
    ...nest.axes,
    ...new Set(nest.stores.flatMap((s) => [...within(s.body)].flatMap((e) => bound(e)))),
  ];
  const by = axes.flatMap((axis) => {
    const times = tile.get(axis) ?? 1;
    if (times <= 1) return [];
    return [times >= axis.size ? `${axis.name} unrolled` : `${axis.name} by ${times}`];
  });
  return by.length > 0 ? [...formulas, `${by.join(", ")}.`] : formulas;
}
