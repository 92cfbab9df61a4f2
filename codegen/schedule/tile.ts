import { type Axis, type Index, volume } from "../../src/tensor/axis.ts";
import { type Expr, type Of, type Read } from "../../src/tensor/expr.ts";
import { parts, reads } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import type { Tile } from "../loops/spans.ts";
import { addresses } from "./addresses.ts";
import type { Nest } from "./group.ts";
import { largestWindow, windowsOf } from "./windows.ts";

/** The sum of a nest that costs the most, with the small windows around it. */
interface Contraction {
  readonly sum: Of<"sum">;
  readonly windows: readonly Axis[];
  readonly loads: readonly Read[];
}

/**
 * How far each axis of a nest is unrolled. Small windows and short axes in full; of the rest, the
 * tile for which the innermost body costs the least for each multiply-add.
 */
export function tileFor(nest: Nest, storages: Storages, batch: ReadonlySet<Axis>): Tile {
  const fixed = windowsOf(nest);
  const main = contraction(nest);
  if (!main) return { times: trailing(nest, batch, fixed) };
  return { times: search(nest, main, storages, batch, fixed) };
}

/** Measured on Node 20 and 24: see bench/RESULTS.md. */
const limits = {
  /** Multiply-adds in a body. */
  products: 100,
  productsIfSmall: 16,
  /** Multiply-adds of a sample below which code size counts for more than time, or for all. */
  small: 65536,
  trifle: 2048,
  /** Accumulators and values that live at once before V8 spills. */
  registers: 12,
  /** Short trailing axes, as phases are, written out in a nest without sums. */
  short: 4,
};

/** No sums: short trailing axes are written out, so that what they share is loaded once. */
function trailing(
  nest: Nest,
  batch: ReadonlySet<Axis>,
  fixed: Map<Axis, number>,
): ReadonlyMap<Axis, number> {
  let points = 1;
  for (const axis of [...nest.axes].reverse()) {
    if (axis.size > limits.short || batch.has(axis) || points * axis.size > largestWindow) continue;
    if (!axis.name.includes("ρ")) continue;
    points *= axis.size;
    fixed.set(axis, axis.size);
  }
  return fixed;
}

function contraction(nest: Nest): Contraction | undefined {
  let best: Contraction | undefined;
  const visit = (e: Expr, windows: readonly Axis[]): void => {
    if (e.kind === "sum") {
      if (!best || volume(e.over) > volume(best.sum.over)) {
        best = { sum: e, windows, loads: reads(e.body) };
      }
      return;
    }
    const inner = e.kind === "greatest" ? [...windows, ...e.over] : windows;
    for (const part of parts(e)) visit(part, inner);
  };
  for (const { body } of nest.stores) visit(body, []);
  return best;
}

function search(
  nest: Nest,
  { sum, windows, loads }: Contraction,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  fixed: ReadonlyMap<Axis, number>,
): ReadonlyMap<Axis, number> {
  const axes = [...nest.axes, ...sum.over];
  const steps = loads.map((r) => {
    const { strides } = storages(r.tensor);
    return [...axes, ...windows].map((axis) =>
      r.at.reduce((s, index, d) => s + stepOf(index, axis) * (strides[d] ?? 0), 0),
    );
  });
  const options = axes.map((axis) => factors(axis, batch.has(axis), sum.over.includes(axis)));
  const window = windows.map((axis) => axis.size);
  const work = axes.reduce((n, axis) => n * (batch.has(axis) ? 1 : axis.size), volume(windows));
  if (work < limits.trifle) return fixed;
  const most = work < limits.small ? limits.productsIfSmall : limits.products;
  let best: { cost: number; tile: number[] } = { cost: Infinity, tile: axes.map(() => 1) };
  const tryTile = (tile: number[], products: number): void => {
    const k = tile.length;
    if (k < axes.length) {
      for (const option of options[k] ?? [1])
        if (products * option <= most) tryTile([...tile, option], products * option);
      return;
    }
    const cost = costOf(tile, axes, nest.axes.length, steps, window, batch);
    if (cost < best.cost) best = { cost, tile };
  };
  tryTile([], volume(windows));
  const found = new Map(fixed);
  for (const [i, axis] of axes.entries()) found.set(axis, best.tile[i] ?? 1);
  return found;
}

const stepOf = (index: Index, axis: Axis): number => index.step(axis) ?? 0;

/** What may be tried for an axis: its divisors up to 8, all of a short one; powers of two with a rest. */
function factors(axis: Axis, dynamic: boolean, summed: boolean): number[] {
  if (dynamic) return summed ? [1] : [1, 2, 4];
  const found = [1];
  for (let f = 2; f <= Math.min(8, axis.size); f++) {
    if (axis.size % f === 0 || (f === 4 && axis.size >= 16) || (f === 2 && axis.size >= 8))
      found.push(f);
  }
  if (axis.size <= 11 && !found.includes(axis.size)) found.push(axis.size);
  return found;
}

/** Nanoseconds, roughly, for one multiply-add of the body: loads, products, spills, loop steps. */
function costOf(
  tile: readonly number[],
  axes: readonly Axis[],
  outer: number,
  strides: readonly (readonly number[])[],
  windows: readonly number[],
  batch: ReadonlySet<Axis>,
): number {
  const own = tile.slice(0, outer).reduce((a, b) => a * b, 1);
  const taps = tile.slice(outer).reduce((a, b) => a * b, 1);
  const window = windows.reduce((a, b) => a * b, 1);
  const accumulators = own * window;
  const products = accumulators * taps;
  const all = [...tile, ...windows];
  const looped = axes.map((axis, i) => (tile[i] ?? 1) < axis.size || batch.has(axis));
  let loads = 0;
  let live = accumulators + 1;
  for (const stride of strides) {
    const distinct = addresses(all, stride).size;
    const inLoop = axes.some((_, i) => i >= outer && looped[i] && stride[i] !== 0);
    loads += inLoop ? distinct : distinct * invariant;
    live += addresses(
      all.map((times, i) => (i >= outer && i < axes.length ? 1 : times)),
      stride,
    ).size;
  }
  const steps = axes.map((axis, i) => axis.size / Math.min(tile[i] ?? 1, axis.size));
  const bodyRuns = steps.slice(outer).reduce((a, b) => a * b, 1);
  const rest = axes.reduce((r, axis, i) => {
    const times = tile[i] ?? 1;
    return r + (batch.has(axis) ? (times > 1 ? 0.1 : 0) : (axis.size % times) / axis.size);
  }, 0);
  const spills = Math.max(0, live - limits.registers) * taps;
  const setup = (accumulators * 2 + 4) / bodyRuns;
  const body =
    products + loads * 0.9 + 3 + spills * 0.8 + setup + addressing(strides, axes, outer, looped);
  const latency = accumulators < 4 ? (4 - accumulators) * 0.25 : 0;
  const bulk = Math.max(0, products - 24) * 0.006;
  return body / products + latency + bulk + rest * 0.8;
}

/** What a value costs that the innermost loop finds in a local, against one that it loads. */
const invariant = 0.35;

/** Integer work for addresses in the innermost loop. */
const addressing = (
  strides: readonly (readonly number[])[],
  axes: readonly Axis[],
  outer: number,
  looped: readonly boolean[],
): number => {
  const inner = axes.findLastIndex((_, i) => i >= outer && looped[i]);
  return strides.filter((stride) => inner >= 0 && stride[inner] !== 0).length * 0.5;
};
