/** Labelled images in memory, and what training does to them: split, shuffle, batch, warp. */

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

export interface Warp {
  /** Radians, both of the turn and of the shear. */
  readonly turn: number;
  /** 0.1 is a tenth wider or narrower, and the same for the height. */
  readonly stretch: number;
  /** Pixels, across and down. */
  readonly shift: number;
}

/**
 * image[c, p] becomes image[c, A·(p − o) + o + t], read between pixels, 0 outside: o is the centre,
 * A a turn, a shear and a stretch, t a shift, each drawn up to its bound either way.
 */
export function warp({ turn, stretch, shift }: Warp): Augment {
  return (image, [channels, height, width], random) => {
    const upTo = (bound: number): number => bound * (2 * random() - 1);
    const [angle, shear] = [upTo(turn), upTo(turn)];
    const [wider, taller] = [1 + upTo(stretch), 1 + upTo(stretch)];
    const [ox, oy] = [(width - 1) / 2, (height - 1) / 2];
    const [tx, ty] = [ox + upTo(shift), oy + upTo(shift)];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const from = image.slice();
    for (let c = 0, at = 0; c < channels; c++) {
      const pixel = (y: number, x: number): number =>
        y >= 0 && y < height && x >= 0 && x < width ? (from[(c * height + y) * width + x] ?? 0) : 0;
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++, at++) {
          const u = tx + wider * (cos * (x - ox) + (sin + shear) * (y - oy));
          const v = ty + taller * (cos * (y - oy) - sin * (x - ox));
          const [left, top] = [Math.floor(u), Math.floor(v)];
          const [right, below] = [u - left, v - top];
          const row = (y: number): number =>
            (1 - right) * pixel(y, left) + right * pixel(y, left + 1);
          image[at] = (1 - below) * row(top) + below * row(top + 1);
        }
      }
    }
  };
}
