import { type Net, type Shape, sizeOf, weighted } from "./net.ts";

/**
 * Arrays by the name of their layer and what they are to it: "conv1.weight", "conv1.bias", "bn1.running_mean".
 * Row-major as PyTorch keeps them: weight[out, channels, taps].
 */
export type Parameters = ReadonlyMap<string, Float32Array>;

/** As trained, or with batch norms folded into the convolutions before them, which is how the rivals' exporters leave nets. */
export type Form = "trained" | "folded";

/** ε of a batch norm */
const epsilon = 1e-5;

/** What a net's parameters are called and how many numbers they have, in the order in which they are kept. */
export function keys(net: Net, form: Form): readonly (readonly [key: string, length: number])[] {
  return weighted(net).flatMap((layer) => {
    const { name, out, channels, taps } = layer;
    const weight = [`${name}.weight`, out * channels * taps] as const;
    const norm = form === "trained" && layer.op === "conv" ? layer.norm : undefined;
    return norm
      ? [weight, ...ofNorm.map((what) => [`${norm}.${what}`, out] as const)]
      : [weight, [`${name}.bias`, out] as const];
  });
}

const ofNorm = ["weight", "bias", "running_mean", "running_var"] as const;

/**
 * LeCun's initialisation, uniform in ±√(3 / fan-in) (under He's, a training step overshoots and the CIFAR net dies),
 * He's where a batch norm follows. Biases are small but not zero, so that a lost one shows.
 */
export function seededParameters(net: Net, seed: number): Parameters {
  const random = uniform(seed);
  const spread = (length: number, middle: number, reach: number) =>
    Float32Array.from({ length }, () => middle + reach * random());
  return new Map(
    weighted(net).flatMap((layer) => {
      const { name, out, channels, taps } = layer;
      const norm = layer.op === "conv" ? layer.norm : undefined;
      const limit = Math.sqrt((norm ? 6 : 3) / (channels * taps));
      const weight = [`${name}.weight`, spread(out * channels * taps, 0, limit)] as const;
      if (!norm) return [weight, [`${name}.bias`, spread(out, 0, 0.1)] as const];
      return [
        weight,
        [`${norm}.weight`, spread(out, 0.8, 0.2)] as const,
        [`${norm}.bias`, spread(out, 0, 0.1)] as const,
        [`${norm}.running_mean`, spread(out, 0, 0.1)] as const,
        [`${norm}.running_var`, spread(out, 1.2, 0.2)] as const,
      ];
    }),
  );
}

/** w·s and bias − mean·s for s = weight / √(variance + ε), worked out in double precision. */
export function folded(net: Net, trained: Parameters): Parameters {
  return new Map(
    weighted(net).flatMap((layer) => {
      const { name } = layer;
      const weight = of(trained, `${name}.weight`);
      const norm = layer.op === "conv" ? layer.norm : undefined;
      const pair = norm
        ? foldedInto(
            weight,
            ofNorm.map((what) => of(trained, `${norm}.${what}`)),
          )
        : [weight, of(trained, `${name}.bias`)];
      return pair.map((array, i) => [`${name}.${i === 0 ? "weight" : "bias"}`, array] as const);
    }),
  );
}

function foldedInto(weight: Float32Array, norm: readonly Float32Array[]): Float32Array[] {
  const [scale = [], shift = [], mean = [], variance = []] = norm;
  const size = weight.length / scale.length;
  const factor = Float64Array.from(scale, (w, m) => w / Math.sqrt((variance[m] ?? NaN) + epsilon));
  return [
    weight.map((w, i) => w * (factor[Math.floor(i / size)] ?? NaN)),
    Float32Array.from(shift, (bias, m) => bias - (mean[m] ?? NaN) * (factor[m] ?? NaN)),
  ];
}

export function of(parameters: Parameters, key: string): Float32Array {
  const array = parameters.get(key);
  if (!array) throw new Error(`no ${key} among ${[...parameters.keys()].join(", ")}`);
  return array;
}

/** One array of all, for a file. */
export function packed(net: Net, form: Form, parameters: Parameters): Float32Array {
  const all = keys(net, form);
  const out = new Float32Array(all.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [key, length] of all) {
    out.set(of(parameters, key), at);
    at += length;
  }
  return out;
}

/** Views of what `packed` made. */
export function unpacked(net: Net, form: Form, data: Float32Array): Parameters {
  let at = 0;
  return new Map(keys(net, form).map(([key, length]) => [key, data.subarray(at, (at += length))]));
}

/** Images in [-1, 1): [count, channels, rows, columns], one array. */
export function seededImages(net: Net, count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * sizeOf(net.input) }, uniform(seed));
}

export function seededLabels(net: Net, count: number, seed: number): Int32Array {
  const random = uniform(seed);
  return Int32Array.from({ length: count }, () => Math.floor(((random() + 1) / 2) * net.classes));
}

/** out[o, c, r] = data[o, r, c]: channels first to channels last with (channels, taps), and back with (taps, channels). */
export function swapped(data: ArrayLike<number>, rows: number, columns: number): Float32Array {
  const out = new Float32Array(data.length);
  const size = rows * columns;
  for (let o = 0; o < data.length; o += size)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) out[o + c * rows + r] = data[o + r * columns + c] ?? NaN;
  return out;
}

export type Layout = "channels first" | "channels last";

/** Maps that are kept channels first, in another order of axes. */
export function inLayout(data: Float32Array, shape: Shape, layout: Layout): Float32Array {
  const [channels, rows, columns] = shape;
  return layout === "channels first" ? data : swapped(data, channels, rows * columns);
}

/** And back. */
export function fromLayout(data: Float32Array, shape: Shape, layout: Layout): Float32Array {
  const [channels, rows, columns] = shape;
  return layout === "channels first" ? data : swapped(data, rows * columns, channels);
}

/** Uniform in [-1, 1), the same on every engine: the mulberry32 generator. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
