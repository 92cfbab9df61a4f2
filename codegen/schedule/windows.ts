import { type Axis, volume } from "../../src/tensor/axis.ts";
import { within } from "../../src/tensor/walk.ts";
import type { Nest } from "./group.ts";

/** A window up to 4×4 is unrolled over the sums under it; a larger one would spill. */
export const largestWindow = 16;

/** The axes of a nest's windows that are written out, each with its size. */
export function windowsOf(nest: Nest): Map<Axis, number> {
  const found = new Map<Axis, number>();
  for (const { body } of nest.stores)
    for (const e of within(body))
      if ((e.kind === "greatest" || e.kind === "argmax") && volume(e.over) <= largestWindow)
        for (const axis of e.over) found.set(axis, axis.size);
  return found;
}
