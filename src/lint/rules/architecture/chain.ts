import type { Node } from "../../../graph/graph.ts";
import type { OpName } from "../../../ops/index.ts";
import type { Tensor as Raw } from "../../../tensor/expr.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import type { Report } from "../rule.ts";

type Test = (call: LayerCall) => boolean;
const oneOf = (...layers: readonly string[]): Test => {
  const set = new Set(layers);
  return ({ layer }) => set.has(layer);
};

/** Layers that are a linear map and a bias, whose weights are learned. */
export const isWeighted = oneOf("conv2d", "conv1d", "linear");

/** Every element goes somewhere else, none changes. */
export const isMove = oneOf("flatten", "reshape", "transpose", "channelShuffle", "pixelShuffle");

export const isDropout = oneOf("dropout");

export const isPool = oneOf(
  ...["maxPool2d", "averagePool2d", "maxPool1d", "averagePool1d"],
  ...["globalAveragePool2d", "globalMaxPool2d", "adaptiveAveragePool2d", "adaptiveMaxPool2d"],
);

export const isActivation = oneOf(
  ...["relu", "relu6", "leakyRelu", "prelu", "clip", "hardTanh", "elu", "selu", "celu"],
  ...["sigmoid", "logSigmoid", "hardSigmoid", "tanh", "silu", "hardSwish", "gelu", "softplus"],
  ...["softsign", "mish", "threshold", "softShrink", "hardShrink", "tanhShrink"],
);

/** Scaled or shifted by a number: mul(x, 2). */
export const isAffine: Test = (call) => call.nodes.length === 1 && opOf(call) === "affine";

export const either =
  (...tests: readonly Test[]): Test =>
  (call) =>
    tests.some((test) => test(call));

/** The op of the node that makes what the layer gives: maximum(x, 0) is a clip. */
export const opOf = ({ nodes }: LayerCall): OpName | undefined => nodes.at(-1)?.op;

/** The layer that makes a tensor; none for inputs. */
export function makerOf(net: Net, tensor: Raw | undefined): LayerCall | undefined {
  const node = tensor && net.maker(tensor);
  return node && net.call(node);
}

/** The layer behind a tensor, those that `through` lets pass stepped over. */
export function above(net: Net, tensor: Raw | undefined, through: Test): LayerCall | undefined {
  let call = makerOf(net, tensor);
  while (call && through(call)) call = makerOf(net, call.fed[0]?.raw);
  return call;
}

/** The one layer that reads what a layer makes; none where another or a loss does too, or the app sees it. */
export function reader(net: Net, { made }: LayerCall): LayerCall | undefined {
  const [tensor, ...more] = made;
  if (!net.whole || !tensor || more.length > 0 || net.isOutput(tensor.raw)) return undefined;
  const readers = new Set(net.readers(tensor.raw).map(net.call));
  const [only] = readers;
  return readers.size === 1 ? only : undefined;
}

/** A layer, the layers that `through` lets pass, and the first other: each the only reader of the one before. */
export function chain(net: Net, from: LayerCall, through: Test): readonly LayerCall[] {
  const found = [from];
  let call = reader(net, from);
  for (; call && through(call); call = reader(net, call)) found.push(call);
  return call ? [...found, call] : found;
}

/** The nodes that tensors depend on. */
export function behind(net: Net, tensors: readonly Raw[]): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open = [...tensors];
  for (let tensor = open.pop(); tensor; tensor = open.pop()) {
    const node = net.maker(tensor);
    if (!node || found.has(node)) continue;
    found.add(node);
    open.push(...net.operands(node));
  }
  return found;
}

/**
 * Of what was found at some calls, one a place in the source, and only where it was found whenever the
 * place was reached: what a block does for one of its callers is there for the others, what a loop does
 * in its last round was for the others.
 */
export function everywhere<T>(
  net: Net,
  found: ReadonlyMap<LayerCall, T>,
  placeOf: (call: LayerCall) => unknown = ({ call }) => call,
): readonly T[] {
  const missed = new Set(net.of.calls.filter((c) => !found.has(c)).map(placeOf));
  const first = new Map([...found].reverse().map(([call, value]) => [placeOf(call), value]));
  return [...first].filter(([place]) => !missed.has(place)).map(([, value]) => value);
}

/**
 * Reports with the calls that their fixes edit. Where a line is run for others too, which are not at
 * fault, it is told and not edited.
 */
export function unshared(
  net: Net,
  found: readonly { readonly edits: LayerCall; readonly report: Report }[],
): readonly Report[] {
  const faulty = new Set(found.map(({ edits }) => edits));
  const shared = new Set(net.of.calls.filter((c) => !faulty.has(c)).map(({ call }) => call));
  return found.map(({ edits, report }) =>
    shared.has(edits.call) ? { ...report, fixes: [] } : report,
  );
}

/** A place with the way there: the same line of a block is another place for another caller. */
export const wayTo = (call: LayerCall): string =>
  [...call.trail, call].map(({ file, call }) => `${file.fileName}:${call.pos}`).join();

export const list = (calls: readonly LayerCall[]): string =>
  calls.map(({ name }) => name).join(", ");
