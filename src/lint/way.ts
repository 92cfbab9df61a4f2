import type { Tensor } from "../graph/tensor.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { Followed, LayerCall } from "./followed.ts";
import { isPlain } from "./interpreter/values.ts";

type Shape = readonly number[];

/** A layer on a tensor's way: what it was fed became what it gave. Shapes are without the batch. */
export interface Step {
  readonly call: LayerCall;
  readonly fed: Raw;
  readonly made: Raw;
  readonly from: Shape;
  readonly to: Shape;
}

/** How a tensor came about: from its source, an input, layer by layer. */
export interface Way {
  readonly source: Raw;
  readonly steps: readonly Step[];
}

/** Follows tensors back to the inputs; where layers take several, along the one that gives the shape. */
export function ways({ calls }: Followed): (tensor: Raw) => Way {
  const makers = new Map<Raw, LayerCall>();
  for (const call of calls) for (const { raw } of call.made) makers.set(raw, call);
  return (tensor) => {
    const steps: Step[] = [];
    let source = tensor;
    for (let call = makers.get(source); call; call = makers.get(source)) {
      const made = source;
      const alike = call.fed.find(({ raw }) => same(raw.shape, made.shape));
      const fed = (alike ?? call.fed[0])?.raw;
      if (!fed || fed === made) break;
      steps.push({ call, fed, made, from: fed.shape.slice(1), to: made.shape.slice(1) });
      source = fed;
    }
    return { source, steps: steps.reverse() };
  };
}

/** Two ways from where they part: the last tensor that lies on both, if any does. */
export function parted(
  a: Way,
  b: Way,
): { readonly from?: Raw; readonly ways: readonly [Way, Way] } {
  const met = new Set([b.source, ...b.steps.map(({ made }) => made)]);
  const from = [a.source, ...a.steps.map(({ made }) => made)].findLast((t) => met.has(t));
  if (!from) return { ways: [a, b] };
  const since = ({ steps }: Way): Way => ({
    source: from,
    steps: steps.slice(steps.findIndex(({ made }) => made === from) + 1),
  });
  return { from, ways: [since(a), since(b)] };
}

/** Two operands whose sizes are at odds. */
export interface Odds {
  readonly first: Tensor;
  readonly other: Tensor;
  /** The axes in which they are, counted from the last: -1. */
  readonly axes: readonly number[];
}

/** The first operand of a call, and the first that does not go with it. */
export function atOdds({ fed, layer, args }: LayerCall): Odds | undefined {
  const [first, ...rest] = fed;
  if (!first) return undefined;
  const options = args.at(-1);
  const axis = isPlain(options) ? Number(options["axis"] ?? 0) : 0;
  const may = layer === "concat" ? (axis < 0 ? axis : axis - first.shape.length) : undefined;
  for (const other of rest) {
    const rank = Math.max(first.shape.length, other.shape.length);
    const axes = Array.from({ length: rank }, (_, i) => -1 - i).filter((d) => {
      const [a = 1, b = 1] = [first.shape.at(d), other.shape.at(d)];
      return d !== may && a !== b && (layer === "concat" || (a !== 1 && b !== 1));
    });
    const ranks = layer === "concat" && first.shape.length !== other.shape.length;
    if (axes.length > 0 || ranks || layer === "matmul") return { first, other, axes };
  }
  return undefined;
}

export const same = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, d) => size === b[d]);
