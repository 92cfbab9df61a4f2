import type { Axis } from "../../src/tensor/axis.ts";
import { print } from "../../src/tensor/print.ts";
import type { Tile } from "../loops/spans.ts";
import { bound, within } from "../../src/tensor/walk.ts";
import { type Nest, stepsOf } from "./group.ts";

/** What a kernel computes, a formula for each tensor it writes, then what the schedule does with it. */
export function comment(nest: Nest, tile: Tile): string[] {
  const { axes: outer, stores } = nest.unmerged ?? nest;
  const formulas = abridged(stores, ({ tensor, at, body }) =>
    print.piece(tensor, { axes: outer, at, body }),
  );
  const axes = new Set<Axis>([
    ...outer,
    ...stores.flatMap((s) => [...within(s.body)].reverse().flatMap((e) => bound(e))),
  ]);
  const seen = new Map<string, number>();
  const by: string[] = [];
  for (const axis of axes) {
    const before = seen.get(axis.name) ?? 0;
    seen.set(axis.name, before + 1);
    const name = axis.name + "′".repeat(before);
    const times = tile.times.get(axis) ?? 1;
    const steps = stepsOf(nest, axis);
    if (times > 1) by.push(times >= steps ? `${name} unrolled` : `${name} by ${times}`);
  }
  return by.length > 0 ? [...formulas, `${by.join(", ")}.`] : formulas;
}

/** Lines for all that is there, or of many for the first two and the last. */
function abridged<T>(all: readonly T[], line: (of: T) => string): string[] {
  if (all.length <= 4) return all.map(line);
  return [...all.slice(0, 2).map(line), `… ${all.length - 3} more`, ...all.slice(-1).map(line)];
}
