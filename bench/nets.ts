/** A convolution y[m,p,q] = bias[m] + Σ c,r,s x[c, p+r−padding, q+s−padding] · w[m,c,r,s], relu after it. */
interface Conv {
  readonly op: "conv";
  readonly out: number;
  readonly kernel: number;
  readonly padding: number;
}

/** The maximum of size × size pixels, size apart. */
interface Pool {
  readonly op: "pool";
  readonly size: number;
}

/** y[m] = bias[m] + Σ k x[k] · w[m,k]; x flattened from channels, rows, columns; relu after all but the last. */
interface Linear {
  readonly op: "linear";
  readonly out: number;
}

/** What w[m, …] reads: `channels` of `taps` values each, channel by channel. A linear layer fed by another has taps 1. */
interface Weighted {
  readonly name: string;
  readonly channels: number;
  readonly taps: number;
  readonly relu: boolean;
}

export type WeightedLayer = (Conv | Linear) & Weighted;
export type Layer = WeightedLayer | Pool;

/** A sequential net, in no library's words. */
export interface Net {
  readonly name: string;
  /** channels, rows, columns */
  readonly input: readonly [number, number, number];
  readonly classes: number;
  readonly layers: readonly Layer[];
}

/** Row-major, as PyTorch keeps them: weight[out, channels, taps], bias[out]. */
export interface LayerParameters {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}
/** By the name of the layer: conv1, conv2, linear1 … */
export type Parameters = ReadonlyMap<string, LayerParameters>;

const conv = (out: number, kernel: number, padding: number): Conv => ({
  op: "conv",
  out,
  kernel,
  padding,
});
const pool = (size: number): Pool => ({ op: "pool", size });
const linear = (out: number): Linear => ({ op: "linear", out });

export const nets: readonly Net[] = [
  net(
    "lenet",
    [1, 28, 28],
    [
      ...[conv(6, 5, 2), pool(2), conv(16, 5, 0), pool(2)],
      ...[linear(120), linear(84), linear(10)],
    ],
  ),
  net(
    "cifar",
    [3, 32, 32],
    [
      ...[conv(32, 3, 1), conv(32, 3, 1), pool(2), conv(64, 3, 1), conv(64, 3, 1), pool(2)],
      ...[linear(256), linear(10)],
    ],
  ),
];

export function weighted(net: Net): readonly WeightedLayer[] {
  return net.layers.filter((layer) => layer.op !== "pool");
}

/**
 * LeCun's initialisation, uniform in ±√(3 / fan-in): under He's, the step below overshoots and the CIFAR net dies.
 * Biases are small but not zero, so that a lost one shows.
 */
export function seededParameters(net: Net, seed: number): Parameters {
  const random = uniform(seed);
  return new Map(
    weighted(net).map(({ name, out, channels, taps }) => {
      const limit = Math.sqrt(3 / (channels * taps));
      const weight = Float32Array.from({ length: out * channels * taps }, () => limit * random());
      const bias = Float32Array.from({ length: out }, () => 0.1 * random());
      return [name, { weight, bias }];
    }),
  );
}

/** Images in [-1, 1): [count, channels, rows, columns], one array. */
export function seededImages(net: Net, count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * imageSize(net) }, uniform(seed));
}

export function seededLabels(net: Net, count: number, seed: number): Int32Array {
  const random = uniform(seed);
  return Int32Array.from({ length: count }, () => Math.floor(((random() + 1) / 2) * net.classes));
}

export function imageSize({ input: [channels, rows, columns] }: Net): number {
  return channels * rows * columns;
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

/** Gives each layer its name and what it reads, from the layers before it. */
function net(name: string, input: Net["input"], layers: readonly (Conv | Pool | Linear)[]): Net {
  let [channels, rows, columns] = input;
  const counts = { conv: 0, linear: 0 };
  const sized = layers.map((layer, i): Layer => {
    if (layer.op === "pool") {
      rows = Math.floor(rows / layer.size);
      columns = Math.floor(columns / layer.size);
      return layer;
    }
    const taps = layer.op === "conv" ? layer.kernel ** 2 : rows * columns;
    const known = {
      name: `${layer.op}${++counts[layer.op]}`,
      channels,
      taps,
      relu: i < layers.length - 1,
    };
    channels = layer.out;
    const shrink = layer.op === "conv" ? layer.kernel - 1 - 2 * layer.padding : 0;
    rows = layer.op === "conv" ? rows - shrink : 1;
    columns = layer.op === "conv" ? columns - shrink : 1;
    return { ...layer, ...known };
  });
  return { name, input, classes: channels, layers: sized };
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
