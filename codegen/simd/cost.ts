import type { Axis } from "../../src/tensor/axis.ts";
import { laneCount } from "../loops/loop.ts";
import { addresses } from "../schedule/addresses.ts";
import { besides } from "./access.ts";

/** An axis as the cost model sees it. */
export interface Extent {
  readonly axis: Axis;
  readonly size: number;
  /** Summed over: its steps share accumulators. */
  readonly summed: boolean;
  /** A run-time count. */
  readonly dynamic: boolean;
}

/** A read as the cost model sees it: floats from step to step along each extent. */
export interface Stream {
  readonly steps: readonly number[];
  readonly isStore: boolean;
}

/** Measured on Node 20 and 24: bench/RESULTS.md, kernels. */
const machine = {
  /** v128 values that V8 keeps in registers. */
  registers: 15,
  /** Multiply-adds that must be under way for an addition's latency to hide; fewer where sums are short. */
  latency: { long: 6, short: 3, terms: 32 },
  /** Loads against multiply-adds. */
  load: 0.25,
  splat: 0.3,
  /** A line of the cache that a turn reaches for the first time. */
  line: 0.25,
  /** Four loads and three inserts. */
  gather: 6,
  scatter: 4,
  spill: 1,
  /** A turn of the innermost loop, and the way into it. */
  turn: 0.5,
  entry: 5,
} as const;

/** Floats. */
const line = 16;

/**
 * Multiply-adds' worth of time for each multiply-add of one lane, when every extent is unrolled
 * `tile` times and extent `lanes` runs in vectors.
 */
export function costOf(
  extents: readonly Extent[],
  tile: readonly number[],
  lanes: number,
  streams: readonly Stream[],
): number {
  const vectors = tile.map((times, i) => (i === lanes ? Math.ceil(times / laneCount) : times));
  const count = (of: (e: Extent) => boolean) =>
    extents.reduce((n, e, i) => (of(e) ? n * (vectors[i] ?? 1) : n), 1);
  const accumulators = count((e) => !e.summed);
  const taps = count((e) => e.summed);
  let loads = 0;
  let stores = 0;
  let live = accumulators + 2;
  const inmost = extents.findLastIndex((e, i) => e.summed && (tile[i] ?? 1) < e.size);
  for (const { steps, isStore } of streams) {
    const places = addresses(
      vectors,
      steps.map((step, i) => (i === lanes ? step * laneCount : step)),
    );
    const distinct = places.size;
    const along = steps[lanes] ?? 0;
    if (isStore) stores += distinct * (besides(along) ? 1 : machine.scatter);
    else {
      const moves = extents.some((e, i) => e.summed && (tile[i] ?? 1) < e.size && steps[i] !== 0);
      const each = along === 0 ? machine.splat : along === 1 ? machine.load : machine.gather;
      loads += distinct * each * (moves || taps === 1 ? 1 : 0.5);
      const onward = inmost < 0 ? 0 : Math.min(1, Math.abs(steps[inmost] ?? 0) / line);
      const lines = new Set([...places].map((place) => Math.floor(place / line))).size;
      loads += lines * onward * machine.line;
      // Node 20 moves all loads of a block to its start.
      if (along !== 0 || taps > 1) live += distinct;
    }
  }
  const products = accumulators * taps;
  const { long, short, terms } = machine.latency;
  const turns = extents.reduce(
    (n, e, i) => (e.summed ? n * Math.ceil(e.size / (tile[i] ?? 1)) : n),
    1,
  );
  const innerTurns = extents[inmost]?.size ?? 1;
  const spills = Math.max(0, live - machine.registers) * machine.spill;
  const body =
    Math.max(products, (taps * turns > terms ? long : short) * taps) +
    loads +
    spills * taps +
    machine.turn +
    machine.entry / innerTurns +
    (accumulators + stores + machine.entry) / turns;
  return (body / products) * waste(extents, tile, lanes);
}

/** How much more is done than counts: lanes that hold nothing, rests that run one by one. */
function waste(extents: readonly Extent[], tile: readonly number[], lanes: number): number {
  return extents.reduce((all, { size, dynamic, summed }, i) => {
    const times = Math.min(tile[i] ?? 1, size);
    if (i === lanes) {
      const rest = size % times;
      const used =
        Math.floor(size / times) * Math.ceil(times / laneCount) + Math.ceil(rest / laneCount);
      return all * ((used * laneCount) / size) * (1 + (rest / size) * 0.3);
    }
    if (dynamic) return all * (times > 1 && !summed ? 1.05 : 1);
    return all * (1 + ((size % times) / size) * 0.8);
  }, 1);
}
