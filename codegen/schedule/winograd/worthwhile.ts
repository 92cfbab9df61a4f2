import { volume } from "../../../src/tensor/axis.ts";
import { type Contraction, three } from "./contraction.ts";
import { matrices, type Variant } from "./matrices.ts";

/** How large a contraction is. */
export interface Work {
  /** At most, in a call. */
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
    samples: volume(samples),
    rows: height,
    columns: width,
    channels: volume(channels),
    filters: volume(tapsFree),
  };
}

/**
 * What things cost in multiply-adds of a direct kernel. Fitted to kernels of both targets on a Zen 5
 * server, Node 20, from 8 to 512 channels and from 4×4 to 56×56: within a fifth of most, 3 to 64
 * channels being where F4 stops to gain. For 64 channels at 56×56 F4 is 2.9 times as fast as the direct
 * kernel in WebAssembly, 2.5 times in JavaScript; F2 1.6 times in both.
 */
const costs = {
  /** A channel's tile, to points or back: loads, stores and sums. */
  tile: { F2: 120, F4: 350 },
  /**
   * A number of the weights: loaded for all tiles, from the cache or from beyond. That takes 5; the
   * memory counts for the rest, where F4 gains little over F2: 512 channels at 7×7, one sample.
   */
  weight: { near: 1, far: 6, cache: 2 ** 18 },
} as const;

/** What must be gained, for the numbers that are rounded away, the memory and the code. */
const gain = 1.2;

/** Numbers that all points of all samples may take: 256 MB. */
const room = 2 ** 26;

/** The tiles with which a contraction costs the least; nothing where it is best done directly. */
export function worthwhile(work: Work): Variant | undefined {
  const { rows, columns, channels, filters } = work;
  const usual = Math.max(1, work.samples / 2); // calls with fewer samples than the most are calls too
  const [ends, pairs] = [channels + filters, channels * filters];
  const direct = usual * rows * columns * three ** 2 * pairs + reading(three ** 2 * pairs);
  let [best, least]: [Variant | undefined, number] = [undefined, direct / gain];
  for (const variant of ["F2", "F4"] as const) {
    const { input, outputs: m } = matrices[variant];
    const points = input.length ** 2;
    const tiles = Math.ceil(rows / m) * Math.ceil(columns / m);
    const each = points * pairs + ends * costs.tile[variant];
    const cost = usual * tiles * each + reading(points * pairs);
    const fits = work.samples * tiles * points * ends <= room;
    if (cost < least && fits) [best, least] = [variant, cost];
  }
  return best;
}

/** What weights cost before anything is done with them. */
const reading = (weights: number): number => {
  const { near, far, cache } = costs.weight;
  return weights * (weights > cache ? far : near);
};

/** Multiply-adds of a sample, below which a kernel that is read is left as it is. */
const readable = 2 ** 22;

/** The same where the code is text that an app ships and a person reads. */
export function worthReading(work: Work): Variant | undefined {
  const { rows, columns, channels, filters } = work;
  const products = rows * columns * channels * filters * three ** 2;
  return products < readable ? undefined : worthwhile(work);
}
