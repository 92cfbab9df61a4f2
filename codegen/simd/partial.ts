import { Axis, type Index, volume } from "../../src/tensor/axis.ts";
import { number, read, sum, type Tensor } from "../../src/tensor/expr.ts";
import { reads, substitute } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import type { Nest } from "../schedule/group.ts";
import { type Access, besides, entangled, stepAlong } from "./access.ts";

/** A sum in parts: set to zero, added to by one stretch of the data after the other, put in its place. */
export interface Partial {
  readonly sums: Tensor;
  readonly zero: Nest;
  readonly add: Nest;
  readonly place: Nest;
}

/** Floats that stay in the fastest cache while every output takes its part of them. */
const near = 8192;
/** Floats beyond which the data of one sum is read from afar, and outputs for which that is too often. */
const far = 32768;
const passes = 128;
/** Terms of a part: fewer cost more to add up in memory than they save. */
const terms = 16;

/**
 * A weight's gradient sums over all pixels of all samples, for each of its elements anew. Where these
 * are many, the loops over samples and rows go around those over elements, and the elements are summed
 * in memory: each stretch of the data is read from afar once.
 */
export function inParts(
  nest: Nest,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  maxBatch: number,
  name: (tensor: Tensor) => string,
): Partial | undefined {
  const [store] = nest.stores;
  if (!store || nest.stores.length > 1 || store.body.kind !== "sum") return undefined;
  const { over, body } = store.body;
  const mixed = entangled(nest, storages);
  if (over.some((axis) => mixed.has(axis)) || nest.axes.some((axis) => batch.has(axis)))
    return undefined;
  const loads = reads(body);
  const size = (axis: Axis) => (batch.has(axis) ? maxBatch : axis.size);
  const reach = (r: Access, axis: Axis) => Math.abs(stepAlong(r, axis, storages) ?? Infinity);
  const span = (axes: readonly Axis[]) =>
    loads.reduce((all, r) => all + axes.reduce((n, a) => n + reach(r, a) * (size(a) - 1), 1), 0);
  const outputs = volume(nest.axes);
  if (outputs < passes || !(span(over) > far)) return undefined;

  const inward = (a: Axis, b: Axis) =>
    Math.max(...loads.map((r) => reach(r, b))) - Math.max(...loads.map((r) => reach(r, a)));
  const inner = [...over].sort(inward);
  const outer: Axis[] = [];
  const values = new Map<Axis, Index>();
  while (inner.length > 1 && span([...inner, ...nest.axes]) > near) {
    const [axis] = inner;
    if (!axis || volume(inner.slice(1)) < terms) break;
    const block = batch.has(axis)
      ? undefined
      : blockOf(axis, [...inner.slice(1), ...nest.axes], span);
    inner.shift();
    outer.push(block?.outer ?? axis);
    if (!block) continue;
    values.set(axis, block.outer.times(block.inner.size).plus(block.inner));
    inner.unshift(block.inner);
    break;
  }
  if (outer.length === 0) return undefined;

  const axes = lanesLast(nest.axes, loads, storages);
  const sums: Tensor = { name: name(store.tensor), shape: axes.map((axis) => axis.size) };
  const { from } = store;
  const fresh = axes.map((axis) => new Axis(axis.name, axis.size));
  return {
    sums,
    zero: { axes: fresh, stores: [{ tensor: sums, at: fresh, body: number(0), from }] },
    add: {
      axes: [...outer, ...axes],
      adds: outer,
      stores: [{ tensor: sums, at: axes, body: substitute(sum(inner, body), values), from }],
    },
    place: { ...nest, stores: [{ ...store, body: read(sums, axes) }] },
  };
}

/** The largest stretch of an axis that divides it and, with what is inside of it, stays near. */
function blockOf(axis: Axis, inside: readonly Axis[], span: (axes: readonly Axis[]) => number) {
  for (let size = Math.floor(axis.size / 2); size > 1; size--) {
    if (axis.size % size !== 0) continue;
    const inner = new Axis(axis.name, size);
    const each = (span([axis, ...inside]) - span(inside)) / (axis.size - 1);
    if (span(inside) + (size - 1) * each <= near)
      return { outer: new Axis(axis.name, axis.size / size), inner };
  }
  return undefined;
}

/** Axes along which everything read lies side by side come last, the longest at the end. */
function lanesLast(axes: readonly Axis[], loads: readonly Access[], storages: Storages): Axis[] {
  const near = (axis: Axis) => (loads.every((r) => besides(stepAlong(r, axis, storages))) ? 1 : 0);
  return [...axes].sort((a, b) => near(a) - near(b) || near(a) * (a.size - b.size));
}
