import type { Axis } from "../../src/tensor/axis.ts";
import { certain } from "../../src/tensor/bounds.ts";
import { type Condition, type Expr, type Read, within } from "../../src/tensor/expr.ts";
import { bound, indices, reads, within as parts } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import type { Nest } from "../schedule/group.ts";

/** Where a read or a store goes. */
export type Access = Pick<Read, "tensor" | "at">;

/** Floats from one element to the next along an axis; undefined where a digit of the axis decides. */
export function stepAlong({ tensor, at }: Access, axis: Axis, storages: Storages) {
  const { strides } = storages(tensor);
  let step = 0;
  for (const [d, index] of at.entries()) {
    const by = index.step(axis);
    if (by === undefined) return undefined;
    step += by * (strides[d] ?? 0);
  }
  return step;
}

/** Whether lanes take what they read from one load: the same number, or neighbours. */
export const besides = (step: number | undefined): boolean => step === 0 || step === 1;

export const accesses = (nest: Nest): Access[] => [
  ...nest.stores,
  ...nest.stores.flatMap((s) => reads(s.body)),
];

/** Conditions that something in the body depends on and that no halo decides. */
export function undecided(body: Expr, storages: Storages): Condition[] {
  const open: Condition[] = [];
  const consider = (c: Condition) => {
    if (certain(c) !== true) open.push(c);
  };
  for (const e of parts(body)) {
    if (e.kind === "guard") e.conditions.forEach(consider);
    if (e.kind !== "read") continue;
    const { halo, fill } = storages(e.tensor);
    for (const [d, index] of e.at.entries()) {
      const h = fill === e.outside ? halo[d] : undefined;
      const before = h?.before ?? 0;
      consider(within(index.plus(before), (e.tensor.shape[d] ?? 1) + before + (h?.after ?? 0)));
    }
  }
  return open;
}

/** Axes that a condition or a digit depends on: never the same from lane to lane. */
export function conditioned(nest: Nest, storages: Storages): Set<Axis> {
  const found = new Set<Axis>();
  for (const { body } of nest.stores) {
    for (const c of undecided(body, storages)) for (const axis of c.index.axes) found.add(axis);
    for (const e of parts(body))
      for (const index of indices(e))
        for (const axis of index.axes) if (index.step(axis) === undefined) found.add(axis);
  }
  return found;
}

/** Axes that something other than an address depends on: conditions, and indices as numbers. */
export function entangled(nest: Nest, storages: Storages): Set<Axis> {
  const found = conditioned(nest, storages);
  for (const { body } of nest.stores)
    for (const e of parts(body)) {
      if (e.kind === "index" || e.kind === "random") for (const axis of e.at.axes) found.add(axis);
      if (e.kind === "argmax") for (const axis of bound(e)) found.add(axis);
    }
  return found;
}
