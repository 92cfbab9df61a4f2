import { GraphBuilder } from "../../src/graph/graph.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import { random } from "../support/samples.ts";

/** Numbers from which a move takes its sizes and options: `below(3)` is 0, 1 or 2. */
export type Draw = (below: number) => number;

/** One layer more, or undefined where the tensor has no shape for it. */
export type Move = (net: Net, x: Tensor, draw: Draw) => Tensor | undefined;

/** A net in the making, for a batch of any size: whatever the batch, the same moves make the same net. */
export class Net {
  readonly g = new GraphBuilder();
  readonly values = new Map<Tensor, Float64Array>();
  readonly batch: number;
  readonly wide: boolean;
  readonly made: Tensor[] = [];
  training = false;

  constructor(batch: number, wide = false) {
    this.batch = batch;
    this.wide = wide;
  }

  /** How many filters or units a layer has: few, or as many as fill vectors and a bit. */
  width(draw: Draw, few: number): number {
    return this.wide ? (widths[draw(widths.length)] ?? 1) : 1 + draw(few);
  }

  input(shape: readonly number[], samples = this.batch): Tensor {
    const name = `x${this.values.size}`;
    const tensor = this.g.variable(name, [this.batch, ...shape], "input", { batched: true });
    const rows = [samples, ...shape];
    this.values.set(tensor, random(rows, -2, 2, this.values.size + 1).map(Math.fround));
    return tensor;
  }

  /** Small numbers; `around` 1 for what is a scale. */
  parameter(shape: readonly number[], around = 0, role: "parameter" | "state" = "parameter") {
    const name = `w${this.values.size}`;
    const tensor = this.g.variable(name, shape, role);
    const fan = Math.max(1, size(shape) / (shape[0] ?? 1));
    const reach = around === 1 ? 0.5 : 1 / Math.sqrt(fan);
    const data = random(shape, around - reach, around + reach, this.values.size + 1);
    this.values.set(tensor, data.map(Math.fround));
    return tensor;
  }

  /** A tensor made before, of the same shape: itself at least. */
  partner(x: Tensor, draw: Draw): Tensor {
    const same = this.made.filter((t) => t.shape.join() === x.shape.join());
    return same[draw(Math.max(1, same.length))] ?? x;
  }
}

/** Around what vectors, and panels of vectors, hold. */
const widths = [1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 20, 23, 24, 33];

const channels = (x: Tensor): number => x.shape[1] ?? 1;
const isMap = (x: Tensor): boolean => x.shape.length === 4;
/** How far a window of these taps may go: within the map and its padding. */
const fits = (x: Tensor, kernel: number, padding: number): boolean =>
  isMap(x) && x.shape.slice(2).every((n) => n + 2 * padding >= kernel);
const four = (n: number) => [n, n, n, n] as const;
const two = (n: number) => [n, n] as const;
/** So large that what hardly varies is not blown up, and float32's rounding with it. */
const eps = 1e-2;
/** Axes of a sample; the batch stays where it is. */
const axisOf = (x: Tensor, draw: Draw): number => 1 + draw(x.shape.length - 1);

type Plain = "relu"; // any op of one operand, with its defaults
const plain =
  (op: string): Move =>
  ({ g }, x) =>
    g.add(op as Plain, { x }); // op takes x alone
type Pairwise = "add";
const pairwise =
  (op: string): Move =>
  (net, x, draw) =>
    net.g.add(op as Pairwise, { a: x, b: net.partner(x, draw) }); // op takes a and b

export const moves: { readonly [name: string]: Move } = {
  conv(net, x, draw) {
    const [kernel, padding, stride] = [1 + draw(3), draw(2), 1 + draw(2)];
    const dilation = fits(x, 2 * kernel - 1, padding) ? 1 + draw(2) : 1;
    if (!fits(x, kernel, padding)) return undefined;
    const w = net.parameter([net.width(draw, 5), channels(x), kernel, kernel]);
    const bias = draw(2) ? net.parameter([w.shape[0] ?? 1]) : undefined;
    const attrs = { stride: two(stride), padding: four(padding), dilation: two(dilation) };
    return net.g.add("conv2d", { x, w, bias }, attrs);
  },
  depthwise(net, x, draw) {
    const [kernel, padding] = [1 + draw(3), draw(2)];
    if (!fits(x, kernel, padding)) return undefined;
    const groups = channels(x);
    const w = net.parameter([groups * (1 + draw(2)), 1, kernel, kernel]);
    return net.g.add("conv2d", { x, w }, { padding: four(padding), groups });
  },
  transposed(net, x, draw) {
    if (!isMap(x) || x.shape.slice(2).some((n) => n > 8)) return undefined;
    const [kernel, stride] = [1 + draw(3), 1 + draw(2)];
    const w = net.parameter([channels(x), net.width(draw, 3), kernel, kernel]);
    return net.g.add("convTranspose2d", { x, w }, { stride: two(stride) });
  },
  linear(net, x, draw) {
    if (x.shape.length !== 2) return undefined;
    const w = net.parameter([net.width(draw, 6), channels(x)]);
    const bias = draw(2) ? net.parameter([w.shape[0] ?? 1]) : undefined;
    return net.g.add("linear", { x, w, bias });
  },
  maxPool({ g }, x, draw) {
    const [kernel, stride] = [2 + draw(2), 1 + draw(3)];
    const padding = draw(2);
    if (!fits(x, kernel, padding)) return undefined;
    const attrs = { kernel: two(kernel), stride: two(stride), padding: four(padding) };
    return g.add("maxPool2d", { x }, { ...attrs, ceil: draw(2) === 1 });
  },
  averagePool({ g }, x, draw) {
    const [kernel, stride, padding] = [1 + draw(3), 1 + draw(3), draw(2)];
    if (!fits(x, kernel, padding) || padding >= kernel) return undefined;
    const attrs = { kernel: two(kernel), stride: two(stride), padding: four(padding) };
    return g.add("averagePool2d", { x }, { ...attrs, countIncludePad: draw(2) === 1 });
  },
  adaptive: ({ g }, x, draw) =>
    isMap(x)
      ? g.add("adaptiveAveragePool2d", { x }, { size: [1 + draw(3), 1 + draw(3)] })
      : undefined,
  globalAverage: ({ g }, x) => (isMap(x) ? g.add("globalAveragePool", { x }) : undefined),
  batchNorm(net, x, draw) {
    const c = [channels(x)];
    if (x.shape.length < 2) return undefined;
    net.training ||= draw(2) === 1;
    const [scale, bias] = [net.parameter(c, 1), net.parameter(c)];
    const [mean, variance] = [net.parameter(c, 0, "state"), net.parameter(c, 1, "state")];
    return net.g.add("batchNorm", { x, scale, bias, mean, variance }, { eps });
  },
  layerNorm(net, x) {
    const shape = x.shape.slice(-1);
    return net.g.add("layerNorm", { x, scale: net.parameter(shape, 1) }, { eps });
  },
  groupNorm: ({ g }, x) =>
    x.shape.length > 2 ? g.add("groupNorm", { x }, { groups: channels(x), eps }) : undefined,
  softmax: ({ g }, x, draw) => g.add("softmax", { x }, { axis: axisOf(x, draw) }),
  logSoftmax: ({ g }, x, draw) => g.add("logSoftmax", { x }, { axis: axisOf(x, draw) }),
  relu: plain("relu"),
  relu6: plain("relu6"),
  sigmoid: plain("sigmoid"),
  tanh: plain("tanh"),
  gelu: plain("gelu"),
  silu: plain("silu"),
  hardSwish: plain("hardSwish"),
  softplus: plain("softplus"),
  abs: plain("abs"),
  square: plain("tanhShrink"),
  leakyRelu: ({ g }, x) => g.add("leakyRelu", { x }, { slope: 0.2 }),
  elu: ({ g }, x) => g.add("elu", { x }),
  affine: ({ g }, x) => g.add("affine", { x }, { scale: -0.5, shift: 0.25 }),
  prelu(net, x) {
    const slope = net.parameter([channels(x), ...x.shape.slice(2).map(() => 1)]);
    return net.g.add("prelu", { x, slope });
  },
  dropout(net, x) {
    net.training = true;
    return net.g.add("dropout", { x }, { p: 0.25 });
  },
  add: pairwise("add"),
  sub: pairwise("sub"),
  mul: pairwise("mul"),
  maximum: pairwise("maximum"),
  bias: (net, x) => net.g.add("add", { a: x, b: net.parameter(x.shape.slice(-1)) }),
  gate(net, x) {
    const means = net.g.add("reduceMean", { x }, { axes: [x.shape.length - 1], keepDims: true });
    return net.g.add("mul", { a: x, b: net.g.add("sigmoid", { x: means }) });
  },
  concat(net, x, draw) {
    const axis = axisOf(x, draw);
    const xs = [x, net.partner(x, draw), ...(draw(2) ? [net.partner(x, draw)] : [])];
    return (x.shape[axis] ?? 1) > 8 ? undefined : net.g.add("concat", { xs }, { axis });
  },
  slice({ g }, x, draw) {
    const axis = axisOf(x, draw);
    const extent = x.shape[axis] ?? 1;
    if (extent < 2) return undefined;
    const start = draw(extent - 1);
    return g.add("slice", { x }, { axes: [axis], starts: [start], steps: [1 + draw(2)] });
  },
  pad({ g }, x, draw) {
    const mode = (["constant", "reflect", "edge"] as const)[draw(3)] ?? "constant";
    if (x.shape.slice(1).some((n) => n < 2 || n > 9)) return undefined;
    const sides = () => x.shape.map((_, d) => (d === 0 ? 0 : draw(2)));
    return g.add("pad", { x }, { before: sides(), after: sides(), mode });
  },
  flatten: ({ g }, x) => g.add("flatten", { x }),
  reshape({ g }, x) {
    const [n = 1, c = 1, ...rest] = x.shape;
    return g.add("reshape", { x }, { shape: [n, size(rest), c] });
  },
  transpose({ g }, x, draw) {
    const order = x.shape.map((_, d) => d);
    const [a, b] = [axisOf(x, draw), axisOf(x, draw)];
    [order[a], order[b]] = [b, a];
    return g.add("transpose", { x }, { order });
  },
  flip: ({ g }, x, draw) => g.add("flip", { x }, { axes: [axisOf(x, draw)] }),
  resize({ g }, x, draw) {
    if (!isMap(x) || x.shape.slice(2).some((n) => n > 6)) return undefined;
    const mode = draw(2) ? "linear" : "nearest";
    return g.add("resize", { x }, { scale: [2, 2], mode });
  },
  pixelShuffle: ({ g }, x) =>
    isMap(x) && channels(x) % 4 === 0 ? g.add("pixelShuffle", { x }, { factor: 2 }) : undefined,
  mean: ({ g }, x, draw) =>
    x.shape.length > 2 ? g.add("reduceMean", { x }, { axes: [axisOf(x, draw)] }) : undefined,
  greatest: ({ g }, x, draw) =>
    x.shape.length > 2 ? g.add("reduceMax", { x }, { axes: [axisOf(x, draw)] }) : undefined,
};
