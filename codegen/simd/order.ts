import { type Axis, constant, type Index } from "../../src/tensor/axis.ts";
import { reads, substitute, transform, within } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import type { Nest } from "../schedule/group.ts";
import { type Access, accesses, entangled, stepAlong } from "./access.ts";

/** Sums in the order in which what they read lies, without regard to what is to be packed. */
export function sumsOrdered(nest: Nest, storages: Storages, packs: readonly Access[]): Nest {
  const packed = new Set(packs.map((r) => r.tensor));
  return withSums(nest, ({ over, reads }) => {
    const kept = reads.filter((r) => !packed.has(r.tensor));
    const reach = (axis: Axis) =>
      kept.reduce((n, r) => Math.max(n, Math.abs(stepAlong(r, axis, storages) ?? 0)), 0);
    return [...over].sort((a, b) => reach(b) - reach(a));
  });
}

/** Loops of a nest so that the innermost goes along memory, each stretch one loop. */
export function ordered(
  nest: Nest,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  first: readonly Axis[],
  last: readonly Axis[],
): Nest {
  const fixed = entangled(nest, storages);
  const rank = (axis: Axis) =>
    nest.adds?.includes(axis)
      ? -1
      : first.includes(axis)
        ? 0
        : batch.has(axis)
          ? 1
          : last.includes(axis)
            ? 3
            : 2;
  const [main] = nest.stores;
  const reach = new Map(
    nest.axes.map((axis) => [axis, Math.abs((main && stepAlong(main, axis, storages)) ?? 0)]),
  );
  const axes = [...nest.axes].sort(
    (a, b) =>
      rank(a) - rank(b) || (rank(a) < 0 ? 0 : 1) * ((reach.get(b) ?? 0) - (reach.get(a) ?? 0)),
  );
  const may = (axis: Axis) => !batch.has(axis) && !fixed.has(axis);
  return merged({ ...nest, axes }, storages, may);
}

/** Sums over the same axes, wherever in the nest they stand: they share their loops. */
interface Sums {
  readonly over: readonly Axis[];
  readonly reads: readonly Access[];
}

const keyOf = (over: readonly Axis[]): string =>
  over
    .map((axis) => axis.key)
    .sort()
    .join();

function sumsOf(nest: Nest): Map<string, Sums> {
  const found = new Map<string, Sums>();
  for (const { body } of nest.stores)
    for (const e of within(body)) {
      if (e.kind !== "sum") continue;
      const key = keyOf(e.over);
      const before = found.get(key)?.reads ?? [];
      found.set(key, { over: e.over, reads: [...before, ...reads(e.body)] });
    }
  return found;
}

/** The nest with the axes of its sums as `change` has them. */
function withSums(nest: Nest, change: (sums: Sums) => readonly Axis[]): Nest {
  const now = new Map([...sumsOf(nest)].map(([key, sums]) => [key, change(sums)]));
  const stores = nest.stores.map((s) => ({
    ...s,
    body: transform(s.body, (e) =>
      e.kind === "sum" ? { ...e, over: now.get(keyOf(e.over)) ?? e.over } : e,
    ),
  }));
  return { ...nest, stores };
}

/** Of two neighbouring axes, the inner one goes on where a step of the outer one would lead. */
function merged(nest: Nest, storages: Storages, may: (axis: Axis) => boolean): Nest {
  const counts = new Map(nest.counts);
  const gone = new Map<Axis, Index>();
  const size = (axis: Axis) => counts.get(axis) ?? axis.size;
  const join = (axes: readonly Axis[], among: readonly Access[]): Axis[] => {
    const kept: Axis[] = [];
    for (const axis of [...axes].reverse()) {
      const [inner] = kept;
      const goesOn = (r: Access, inner: Axis) => {
        const [a, b] = [stepAlong(r, axis, storages), stepAlong(r, inner, storages)];
        return a !== undefined && b !== undefined && a === b * size(inner);
      };
      if (inner && may(axis) && may(inner) && among.every((r) => goesOn(r, inner))) {
        counts.set(inner, size(inner) * size(axis));
        gone.set(axis, constant(0));
      } else kept.unshift(axis);
    }
    return kept;
  };
  const lists = [...sumsOf(nest).values()];
  const shared = (axis: Axis) => lists.filter((sums) => sums.over.includes(axis)).length > 1;
  const fewer = withSums(nest, ({ over, reads }) => (over.some(shared) ? over : join(over, reads)));
  const axes = join(nest.axes, accesses(nest));
  const stores = fewer.stores.map((s) => ({
    ...s,
    at: s.at.map((index) => index.at(gone)),
    body: substitute(s.body, gone),
  }));
  return { ...nest, axes, stores, counts, unmerged: nest };
}
