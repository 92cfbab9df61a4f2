import { type Axis, volume } from "../../src/tensor/axis.ts";
import type { Expr, Of, Read } from "../../src/tensor/expr.ts";
import { bound, parts, reads, within } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import { laneCount } from "../loops/loop.ts";
import type { Tile } from "../loops/spans.ts";
import { type Nest, stepsOf } from "../schedule/group.ts";
import { largestWindow, windowsOf } from "../schedule/windows.ts";
import { type Access, accesses, besides, conditioned, entangled, stepAlong } from "./access.ts";
import { costOf, type Extent, type Stream } from "./cost.ts";

export interface Choice {
  readonly tile: Tile;
  /** Reads that go along the lanes only when their tensor is packed. */
  readonly packs: readonly Read[];
}

export interface Question {
  readonly nest: Nest;
  readonly storages: Storages;
  readonly batch: ReadonlySet<Axis>;
  /** Whether a copy of what a read reads, in the order it is read, pays. */
  readonly packable: (read: Read) => boolean;
}

/** The axis that vectors run along, and how far every axis is unrolled: the least cost. */
export function choose(question: Question): Choice {
  const { nest } = question;
  const windows = windowsOf(nest);
  const main = contraction(nest);
  const trivial = { tile: { times: windows }, packs: [] };
  return (main && search(question, main, windows)) ?? pointwise(question, windows) ?? trivial;
}

/** The sum, or maximum over many, that a nest spends its time with; the small windows around it. */
interface Contraction {
  readonly sum: Of<"sum"> | Of<"greatest">;
  readonly windows: readonly Axis[];
}

function contraction(nest: Nest): Contraction | undefined {
  let best: Contraction | undefined;
  const steps = (e: Expr) => bound(e).reduce((n, axis) => n * stepsOf(nest, axis), 1);
  const visit = (e: Expr, windows: readonly Axis[]): void => {
    const small = e.kind === "greatest" && volume(e.over) <= largestWindow;
    if (e.kind === "sum" || (e.kind === "greatest" && !small)) {
      if (!best || steps(e) > steps(best.sum)) best = { sum: e, windows };
    }
    const inner = small ? [...windows, ...e.over] : windows;
    for (const part of parts(e)) visit(part, inner);
  };
  for (const { body } of nest.stores) visit(body, []);
  return best;
}

/** What may be tried for an axis in lanes, and for one that is not. */
const widths = [4, 8, 12, 16, 20, 24, 32];
const factors = [1, 2, 3, 4, 5, 6, 7, 8];
/** Axes up to this size may be summed over without a loop. */
const shortest = 5;
/** Multiply-adds of vectors in a body. */
const products = 48;

function search(
  { nest, storages, batch, packable }: Question,
  { sum, windows }: Contraction,
  fixed: ReadonlyMap<Axis, number>,
): Choice | undefined {
  const extents: Extent[] = [...nest.axes, ...windows, ...sum.over].map((axis) => ({
    axis,
    size: stepsOf(nest, axis),
    summed: sum.over.includes(axis),
    dynamic: batch.has(axis),
  }));
  const loads = reads(sum.body);
  const [closed, apart] = [conditioned(nest, storages), entangled(nest, storages)];
  const streams: { access: Access; isStore: boolean; steps: (number | undefined)[] }[] = [
    ...loads.map((access) => ({ access, isStore: false })),
    ...nest.stores.map((access) => ({ access, isStore: true })),
  ].map((s) => ({ ...s, steps: extents.map((e) => stepAlong(s.access, e.axis, storages)) }));
  let best: { cost: number; tile: number[]; lanes: number } | undefined;

  for (const [lanes, { axis, summed, dynamic }] of extents.entries()) {
    if (dynamic || fixed.has(axis) || axis.size < 2 || closed.has(axis)) continue;
    if (nest.adds?.includes(axis)) continue;
    if (streams.some((s) => s.steps[lanes] === undefined)) continue;
    const apartFrom = loads.filter((_, k) => !besides(streams[k]?.steps[lanes]));
    if (summed && (apart.has(axis) || apartFrom.length > 0)) continue;
    const packs = apartFrom.filter(packable);
    const seen: Stream[] = streams.map(({ access, isStore, steps }) => ({
      isStore,
      steps: steps.map(
        (step, i) => (i === lanes && packs.includes(access as Read) ? 1 : (step ?? 0)), // a store is no read
      ),
    }));
    const options = extents.map((e, i) => {
      if (fixed.has(e.axis)) return [e.size];
      if (nest.adds?.includes(e.axis)) return [1];
      if (i === lanes) {
        const whole = e.size <= 32 && !summed ? [e.size] : [];
        return [...whole, ...widths.filter((w) => w < e.size && (!summed || w <= 16))];
      }
      // An argmax sees its places in their order: the first of equals wins.
      if (e.summed) return e.dynamic || e.size > shortest || apart.has(e.axis) ? [1] : [1, e.size];
      if (e.dynamic) return [1, 2, 4];
      return factors.filter(
        (f) => f === 1 || f === e.size || (f < e.size && (e.size % f === 0 || f <= 4)),
      );
    });
    const tryTile = (tile: number[], made: number): void => {
      const k = tile.length;
      if (k === extents.length) {
        const cost = costOf(extents, tile, lanes, seen) + (summed ? 0.05 : 0);
        if (!best || cost < best.cost) best = { cost, tile, lanes };
        return;
      }
      for (const option of options[k] ?? [1]) {
        const now = made * (k === lanes ? Math.ceil(option / laneCount) : option);
        if (now <= products) tryTile([...tile, option], now);
      }
    };
    tryTile([], 1);
  }
  if (!best) return undefined;
  const { tile, lanes } = best;
  const times = new Map(fixed);
  for (const [i, e] of extents.entries()) times.set(e.axis, tile[i] ?? 1);
  const axis = extents[lanes]?.axis;
  if (!axis) return undefined;
  const packs = sumReads(nest).filter((r) => packable(r) && !besides(stepAlong(r, axis, storages)));
  return { tile: { times, lanes: axis }, packs };
}

/** Reads in the sums of a nest. */
export const sumReads = (nest: Nest): Read[] =>
  nest.stores.flatMap((s) =>
    [...within(s.body)].flatMap((e) => (e.kind === "sum" ? reads(e.body) : [])),
  );

/** Vectors a turn of a loop without sums makes. */
const unrolled = 2;

/** No sums: the axis along which most accesses go. */
function pointwise(
  { nest, storages, batch }: Question,
  fixed: ReadonlyMap<Axis, number>,
): Choice | undefined {
  const closed = conditioned(nest, storages);
  const all = accesses(nest);
  let best: { cost: number; axis: Axis } | undefined;
  for (const axis of nest.axes) {
    if (batch.has(axis) || closed.has(axis)) continue;
    const size = stepsOf(nest, axis);
    if (size < 2) continue;
    const steps = all.map((access) => stepAlong(access, axis, storages));
    if (steps.some((step) => step === undefined)) continue;
    const moves = steps.reduce<number>((n, s) => n + (besides(s) ? 1 : 5), 0);
    const cost = (moves + 3) * (Math.ceil(size / laneCount) / size);
    if (!best || cost < best.cost) best = { cost, axis };
  }
  if (!best || best.cost > all.length + 3) return undefined;
  const { axis } = best;
  const size = stepsOf(nest, axis);
  const heavy = fixed.size > 0 || nest.stores.length > 1;
  const step = laneCount * (heavy ? 1 : unrolled);
  const times = new Map(fixed).set(axis, Math.min(size, step));
  return { tile: { times, lanes: axis }, packs: [] };
}
