import type { Axis } from "../../../src/tensor/axis.ts";
import { type Contraction, three } from "./contraction.ts";
import { matrices, type Variant } from "./matrices.ts";

/** How large a contraction is. */
export interface Work {
  readonly samples: number;
  /** Of a sample's output; for a weight gradient of what the output is owed. */
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly filters: number;
}

export function workOf({ three, rows, columns, shared, imageFree, tapsFree }: Contraction): Work {
  const [samples, channels, extents] =
    three === "taps"
      ? [imageFree, shared, [rows.outputs, columns.outputs]]
      : [shared, imageFree, [rows.tap.size, columns.tap.size]];
  const [height = 1, width = 1] = extents;
  return {
    samples: product(samples),
    rows: height,
    columns: width,
    channels: product(channels),
    filters: product(tapsFree),
  };
}

const product = (axes: readonly Axis[]): number => axes.reduce((n, axis) => n * axis.size, 1);

/**
 * What things cost in multiply-adds of a direct kernel. Fitted to kernels of both targets on a Zen 5
 * server, Node 20, from 8 to 512 channels and from 4×4 to 56×56: within a fifth of most, 3 to 64
 * channels being where F4 stops to gain. For 64 channels at 56×56 F4 is 2.9 times as fast as the direct
 * kernel in WebAssembly, 2.5 times in JavaScript; F2 1.6 times in both.
 */
const costs = {
  /** A channel's tile, to points or back: loads, stores and sums. */
  tile: { F2: 120, F4: 350 },
  /** A number of the weights: loaded for all tiles, from the cache or from beyond. */
  weight: { near: 1, far: 5, cache: 2 ** 18 },
} as const;

/** What must be gained, for the numbers that are rounded away, the memory and the code. */
const gain = 1.2;

/** Numbers that all points of all samples may take: 256 MB. */
const room = 2 ** 26;

/** The tiles with which a contraction costs the least; nothing where it is best done directly. */
export function worthwhile(work: Work): Variant | undefined {
  const direct = withWeights(work, outputs(work) * three ** 2, three ** 2);
  let [best, least]: [Variant | undefined, number] = [undefined, direct / gain];
  for (const variant of ["F2", "F4"] as const) {
    const { input, outputs: m } = matrices[variant];
    const points = input.length ** 2;
    const tiles = work.samples * Math.ceil(work.rows / m) * Math.ceil(work.columns / m);
    const ends = work.channels + work.filters;
    const cost = withWeights(work, tiles * points, points) + tiles * ends * costs.tile[variant];
    if (cost < least && tiles * points * ends <= room) [best, least] = [variant, cost];
  }
  return best;
}

const outputs = ({ samples, rows, columns }: Work): number => samples * rows * columns;

/** Matrix products with the channels × filters, `times` in all, of `matrices` such weights. */
function withWeights({ channels, filters }: Work, times: number, matrices: number): number {
  const { near, far, cache } = costs.weight;
  const weights = channels * filters * matrices;
  return channels * filters * times + weights * (weights > cache ? far : near);
}
