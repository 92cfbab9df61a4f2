/** Labelled images in memory, and what training does to them: split, shuffle, batch, shift. */

export interface Dataset {
  /** count × channels × height × width */
  readonly images: Float32Array;
  readonly labels: Uint8Array;
  readonly shape: readonly [channels: number, height: number, width: number];
  readonly count: number;
}

/** A number in [0, 1), reproducible from its seed. */
export type Random = () => number;

/** Changes one image in place. */
export type Augment = (image: Float32Array, shape: Dataset["shape"], random: Random) => void;

/** Mulberry32 (Tommy Ettinger): small, and good enough to shuffle with. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** 0 … count − 1 in random order (Fisher and Yates). */
export function permutation(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}

export function split(
  data: Dataset,
  options: { readonly test: number; readonly seed: number },
): { readonly train: Dataset; readonly test: Dataset } {
  const order = permutation(data.count, seeded(options.seed));
  const border = Math.floor(data.count * (1 - options.test));
  return { train: take(data, order.subarray(0, border)), test: take(data, order.subarray(border)) };
}

/** The images at the given places, copied. */
export function take(data: Dataset, places: Uint32Array): Dataset {
  const size = imageSize(data);
  const images = new Float32Array(places.length * size);
  places.forEach((place, i) => images.set(imageAt(data, place), i * size));
  const labels = Uint8Array.from(places, (place) => data.labels[place] ?? 0);
  return { images, labels, shape: data.shape, count: places.length };
}

/** Consecutive parts of at most `size` images, as views. */
export function* batches(data: Dataset, size: number): Generator<Dataset> {
  const pixels = imageSize(data);
  for (let from = 0; from < data.count; from += size) {
    const to = Math.min(from + size, data.count);
    const images = data.images.subarray(from * pixels, to * pixels);
    yield { ...data, images, labels: data.labels.subarray(from, to), count: to - from };
  }
}

export function imageAt(data: Dataset, i: number): Float32Array {
  const size = imageSize(data);
  return data.images.subarray(i * size, (i + 1) * size);
}

export function imageSize({ shape: [channels, height, width] }: Dataset): number {
  return channels * height * width;
}

/** image[c, y, x] becomes image[c, y − dy, x − dx], dy and dx drawn from −reach … reach; outside 0. */
export function shift(reach: number): Augment {
  return (image, [channels, height, width], random) => {
    const draw = (): number => Math.floor(random() * (2 * reach + 1)) - reach;
    const [dy, dx] = [draw(), draw()];
    const from = image.slice();
    for (let c = 0, at = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++, at++) {
          const inside = y >= dy && y - dy < height && x >= dx && x - dx < width;
          image[at] = inside ? (from[at - dy * width - dx] ?? 0) : 0;
        }
      }
    }
  };
}
