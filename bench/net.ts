/** channels, rows, columns; a vector has one row of one column */
export type Shape = readonly [number, number, number];
export type Activation = "none" | "relu" | "relu6";

interface Fed {
  /** Whose outputs are read: 0 is the image, k the layer at k − 1. */
  readonly from: readonly number[];
  /** of the first that is read */
  readonly input: Shape;
  readonly output: Shape;
}

/** What w[m, …] reads: `channels` of `taps` values each, channel by channel. */
interface Weighted extends Fed {
  readonly name: string;
  readonly out: number;
  readonly channels: number;
  readonly taps: number;
  readonly activation: Activation;
}

/**
 * y[m,p,q] = bias[m] + Σ c,r,s x[c, p·stride + r − padding, q·stride + s − padding] · w[m,c,r,s]; depthwise, m reads
 * channel m alone. `norm` is the name of the batch norm that stands where the bias would.
 */
export interface Conv extends Weighted {
  readonly op: "conv";
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly depthwise: boolean;
  readonly norm?: string;
}

/** y[m] = bias[m] + Σ k x[k] · w[m,k]; x flattened from channels, rows, columns. */
export interface Linear extends Weighted {
  readonly op: "linear";
}

/** The maximum of kernel × kernel pixels; padding never wins. */
export interface MaxPool extends Fed {
  readonly op: "maxPool";
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** y[c] = mean of x[c] */
export interface Average extends Fed {
  readonly op: "average";
}

export interface Add extends Fed {
  readonly op: "add";
  readonly activation: Activation;
}

/** The channels of one after those of the other. */
export interface Concat extends Fed {
  readonly op: "concat";
}

export type WeightedLayer = Conv | Linear;
export type Layer = WeightedLayer | MaxPool | Average | Add | Concat;

/** A net in no library's words; the last layer's output is the answer. */
export interface Net {
  readonly name: string;
  readonly input: Shape;
  readonly classes: number;
  readonly layers: readonly Layer[];
}

/** What a layer made, to be fed to others. */
export interface Value {
  readonly index: number;
  readonly shape: Shape;
}

interface Window {
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
}
interface ConvOptions extends Window {
  readonly activation?: Activation;
  readonly depthwise?: boolean;
  readonly norm?: boolean;
}

export interface Builder {
  conv(x: Value, out: number, options: ConvOptions): Value;
  linear(x: Value, out: number, activation?: Activation): Value;
  maxPool(x: Value, window: Window): Value;
  average(x: Value): Value;
  add(a: Value, b: Value, activation?: Activation): Value;
  concat(a: Value, b: Value): Value;
}

/** A net from calls, each layer named after its kind and its place among those, as our own builder names them. */
export function net(name: string, input: Shape, build: (b: Builder, image: Value) => Value): Net {
  const layers: Layer[] = [];
  const counts = { conv: 0, bn: 0, linear: 0 };
  const push = (layer: Layer): Value => ({ index: layers.push(layer), shape: layer.output });
  const builder: Builder = {
    conv(x, out, { activation = "none", depthwise = false, norm = false, ...window }) {
      const [channels, rows, columns] = x.shape;
      const { kernel, stride = 1, padding = 0 } = window;
      const places = (size: number) => steps(size, window);
      return push({
        ...{ op: "conv", name: `conv${++counts.conv}`, from: [x.index], input: x.shape },
        ...{ out, channels: depthwise ? 1 : channels, taps: kernel ** 2, activation },
        ...{ kernel, stride, padding, depthwise, output: [out, places(rows), places(columns)] },
        ...(norm ? { norm: `bn${++counts.bn}` } : undefined),
      });
    },
    linear(x, out, activation = "none") {
      const [channels, rows, columns] = x.shape;
      return push({
        ...{ op: "linear", name: `linear${++counts.linear}`, from: [x.index], input: x.shape },
        ...{ out, channels, taps: rows * columns, activation, output: [out, 1, 1] },
      });
    },
    maxPool(x, window) {
      const [channels, rows, columns] = x.shape;
      const { kernel, stride = 1, padding = 0 } = window;
      const output: Shape = [channels, steps(rows, window), steps(columns, window)];
      return push({
        ...{ op: "maxPool", from: [x.index], input: x.shape, output, kernel, stride, padding },
      });
    },
    average: (x) =>
      push({ op: "average", from: [x.index], input: x.shape, output: [x.shape[0], 1, 1] }),
    add: (a, b, activation = "none") =>
      push({
        ...{ op: "add", from: [a.index, b.index], input: a.shape, output: a.shape, activation },
      }),
    concat: ({ index, shape }, b) =>
      push({
        ...{ op: "concat", from: [index, b.index], input: shape },
        output: [shape[0] + b.shape[0], shape[1], shape[2]],
      }),
  };
  const { shape } = build(builder, { index: 0, shape: input });
  return { name, input, classes: sizeOf(shape), layers };
}

/** How many places a window has along an axis. */
function steps(size: number, { kernel, stride = 1, padding = 0 }: Window): number {
  return Math.floor((size + 2 * padding - kernel) / stride) + 1;
}

export function weighted({ layers }: Net): readonly WeightedLayer[] {
  return layers.filter((layer) => layer.op === "conv" || layer.op === "linear");
}

/** Of one image. */
export function multiplyAdds(net: Net): number {
  return weighted(net).reduce(
    (sum, { output, channels, taps }) => sum + sizeOf(output) * channels * taps,
    0,
  );
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}
