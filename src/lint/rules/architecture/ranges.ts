import { type Node, tensorsOf } from "../../../graph/graph.ts";
import type { OpName } from "../../../ops/index.ts";
import type { Tensor as Raw } from "../../../tensor/expr.ts";

/** What the elements of a tensor can be: least ≤ x ≤ most, rounding included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

type Row = (fed: readonly Range[], node: Node) => Range;

const anything: Range = { least: -Infinity, most: Infinity };
const positive: Range = { least: 0, most: Infinity };
const share: Range = { least: 0, most: 1 };
const signed: Range = { least: -1, most: 1 };

/** The range of every tensor, in one pass. What is not in the table can be anything. */
export function ranges(nodes: readonly Node[]): (tensor: Raw) => Range {
  const found = new Map<Raw, Range>();
  for (const node of nodes) {
    const operands = Object.values(node.inputs).flatMap(tensorsOf);
    const fed = operands.map((t) => found.get(t) ?? anything);
    found.set(node.out, rows[node.op]?.(fed, node) ?? anything);
  }
  return (tensor) => found.get(tensor) ?? anything;
}

const first: Row = ([x = anything]) => x;
const union: Row = (fed) => ({
  least: Math.min(...fed.map((r) => r.least)),
  most: Math.max(...fed.map((r) => r.most)),
});
/** Sums, means and products keep signs; of their bounds rounding may take away. */
const sign: Row = ([x = anything]) => ({
  least: x.least >= 0 ? 0 : -Infinity,
  most: x.most <= 0 ? 0 : Infinity,
});
const signs: Row = (fed, node) => sign([union(fed, node)], node);
/** Not below 0 where x is not. */
const positiveWithX: Row = ([x = anything]) => (x.least >= 0 ? positive : anything);
/** f(x) in [−1, 1] with the sign of x. */
const squashed: Row = ([x = anything]) => ({
  least: x.least >= 0 ? 0 : -1,
  most: x.most <= 0 ? 0 : 1,
});
const product: Row = ([a = anything, b = anything], node) => {
  const [p, q] = Object.values(node.inputs);
  const alike = (a.least >= 0 && b.least >= 0) || (a.most <= 0 && b.most <= 0);
  return p === q || alike ? positive : anything;
};
const always =
  (range: Range): Row =>
  () =>
    range;
const held = (x: Range, least: number, most: number): Range => ({
  least: Math.min(Math.max(x.least, least), most),
  most: Math.min(Math.max(x.most, least), most),
});

const number = (node: Node, attr: string, otherwise: number): number => {
  const value = node.attrs[attr];
  return typeof value === "number" ? value : otherwise;
};
/** The bounds of clip and hardTanh; none given is none. */
const bounds = (node: Node) =>
  [number(node, "min", -Infinity), number(node, "max", Infinity)] as const;

const rows: { readonly [K in OpName]?: Row } = {
  relu: ([x = anything]) => held(x, 0, Infinity),
  relu6: ([x = anything]) => held(x, 0, 6),
  clip: ([x = anything], node) => held(x, ...bounds(node)),
  hardTanh: ([x = anything], node) => held(x, ...bounds(node)),
  threshold: ([x = anything], node) => {
    const value = number(node, "value", 0);
    return union([held(x, number(node, "threshold", 0), Infinity), { least: value, most: value }], node); // prettier-ignore
  },
  abs: always(positive),
  square: always(positive),
  sqrt: always(positive),
  exp: always(positive),
  softplus: (_, node) => (number(node, "beta", 1) > 0 ? positive : anything),
  power: ([x = anything], node) =>
    number(node, "exponent", 1) % 2 === 0 || x.least >= 0 ? positive : anything,
  sigmoid: always(share),
  hardSigmoid: always(share),
  softmax: always(share),
  tanh: squashed,
  softsign: squashed,
  erf: squashed,
  sign: squashed,
  sin: always(signed),
  cos: always(signed),
  logSoftmax: always({ least: -Infinity, most: 0 }),
  logSigmoid: always({ least: -Infinity, most: 0 }),
  neg: ([x = anything]) => ({ least: -x.most, most: -x.least }),
  leakyRelu: positiveWithX,
  prelu: positiveWithX,
  elu: positiveWithX,
  celu: positiveWithX,
  gelu: positiveWithX,
  silu: positiveWithX,
  mish: positiveWithX,
  hardSwish: positiveWithX,
  affine: ([x = anything], node) =>
    x.least >= 0 && number(node, "scale", 1) >= 0 && number(node, "shift", 0) >= 0
      ? positive
      : anything,
  add: signs,
  mul: product,
  div: product,
  matmul: ([a = anything, b = anything]) => (a.least >= 0 && b.least >= 0 ? positive : anything),
  maximum: ([a = anything, b = anything]) => ({
    least: Math.max(a.least, b.least),
    most: Math.max(a.most, b.most),
  }),
  minimum: ([a = anything, b = anything]) => ({
    least: Math.min(a.least, b.least),
    most: Math.min(a.most, b.most),
  }),
  concat: union,
  pad: ([x = anything], node) => {
    const value = number(node, "value", 0);
    return union([x, { least: value, most: value }], node);
  },
  dropout: sign,
  averagePool2d: sign,
  adaptiveAveragePool2d: sign,
  globalAveragePool: sign,
  reduceMean: sign,
  reduceSum: sign,
  cumsum: sign,
  resize: (fed, node) => (node.attrs["mode"] === "nearest" ? first(fed, node) : sign(fed, node)),
  reduceL1: always(positive),
  reduceL2: always(positive),
  reduceSumSquare: always(positive),
  variance: always(positive),
  standardDeviation: always(positive),
  maxPool2d: first,
  adaptiveMaxPool2d: first,
  globalMaxPool: first,
  reduceMax: first,
  reduceMin: first,
  channelShuffle: first,
  pixelShuffle: first,
  pixelUnshuffle: first,
  expand: first,
  flip: first,
  roll: first,
  tile: first,
  transpose: first,
  reshape: first,
  flatten: first,
  squeeze: first,
  unsqueeze: first,
  slice: first,
};

/** Whether an activation gives back whatever it is fed, as long as that lies in a range. */
export const idle: { readonly [K in OpName]?: (x: Range, node: Node) => boolean } = {
  relu: (x) => x.least >= 0,
  relu6: (x) => x.least >= 0 && x.most <= 6,
  abs: (x) => x.least >= 0,
  leakyRelu: (x) => x.least >= 0,
  prelu: (x) => x.least >= 0,
  elu: (x) => x.least >= 0,
  celu: (x) => x.least >= 0,
  clip: (x, node) => within(x, bounds(node)),
  hardTanh: (x, node) => within(x, bounds(node)),
  threshold: (x, node) => {
    const [at, value] = [number(node, "threshold", 0), number(node, "value", 0)];
    return x.least > at || (x.least >= at && value === at);
  },
};

const within = (x: Range, [least, most]: readonly [number, number]): boolean =>
  x.least >= least && x.most <= most;

/** "[0, 6]", "≥ 0". */
export const words = ({ least, most }: Range): string =>
  most === Infinity ? `≥ ${least}` : least === -Infinity ? `≤ ${most}` : `in [${least}, ${most}]`;
