import { type Node, tensorsOf } from "../graph/graph.ts";
import { dropped, type Window } from "../report/window.ts";
import type { Tensor as Raw } from "../tensor/expr.ts";
import type { LayerCall } from "./followed.ts";
import type { Net } from "./net.ts";

/** A window along one dimension: tap r of window p reads row p·stride + r·dilation − before. */
export interface Slide extends Window {
  readonly after: number;
  /** A last window that does not fit is counted too. */
  readonly ceil: boolean;
  /** Rows at the end of the map that a pad put there. */
  readonly padded: number;
  /** What there is one of at each place: "row". */
  readonly line: "row" | "column" | "step";
}

/** A layer that moves a window over a map. */
export interface Sliding {
  readonly node: Node;
  readonly call: LayerCall;
  /** What the window moves over, as the layer was fed it. */
  readonly source: Raw;
  readonly slides: readonly Slide[];
}

/** Every convolution and every pool with a window, transposed ones aside: they read all they are fed. */
export const slidings = (net: Net): readonly Sliding[] =>
  net.nodes.flatMap((node) => slidingOf(net, node) ?? []);

/** The layers that move one over this tensor; undefined where something reads it in another way. */
export function slidingsOver(net: Net, source: Raw): readonly Sliding[] | undefined {
  const found = net
    .readers(source)
    // a layer of one dimension reads its input as a row, which is a node of the same call
    .flatMap((node) => (node.op === "unsqueeze" ? net.readers(node.out) : [node]))
    .map((node) => slidingOf(net, node));
  const all = found.filter((sliding) => sliding?.source === source);
  const elsewhere = net.isOutput(source) || isShared(net, source);
  return elsewhere || all.length < found.length ? undefined : all.filter(isThere);
}

/** Whether what was made this map of, pixel by pixel, is read by others too: a shortcut around a relu. */
function isShared(net: Net, map: Raw): boolean {
  const maker = net.maker(map);
  const [fed, ...others] = maker ? net.data(maker) : [];
  if (!maker || !fed || others.length > 0 || windowed.has(maker.op)) return false;
  const isSame = fed.shape.every((size, d) => size === map.shape[d]);
  const mixes = net.parameters(maker).some(({ tensor }) => tensor.shape.length > 1);
  if (!isSame || mixes || fed.shape.length !== map.shape.length) return false;
  return net.readers(fed).length > 1 || net.isOutput(fed) || isShared(net, fed);
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

function slidingOf(net: Net, node: Node): Sliding | undefined {
  const call = net.call(node);
  const fed = call?.fed[0];
  const [x] = tensorsOf(node.inputs["x"]);
  const [w] = tensorsOf(node.inputs["w"]);
  const { kernel = w?.shape.slice(2), stride, dilation, padding, ceil } = node.attrs;
  if (!call || !fed || !x || !windowed.has(node.op)) return undefined;
  const maker = net.maker(fed.raw);
  const rank = fed.raw.shape.length;
  const at = (values: unknown, d: number): number =>
    Array.isArray(values) && typeof values[d] === "number" ? values[d] : 0;
  const slides = (["row", "column"] as const).map((line, d): Slide => ({
    line,
    size: at(x.shape, d + 2),
    steps: at(node.out.shape, d + 2),
    kernel: at(kernel, d),
    stride: at(stride, d),
    dilation: at(dilation, d),
    before: at(padding, d),
    after: at(padding, d + 2),
    ceil: ceil === true,
    padded: maker?.op === "pad" ? Math.max(0, at(maker.attrs["after"], rank - 2 + d)) : 0,
  }));
  const flat = fed.shape.length === 2;
  // a layer of one dimension is one of two inside: the first has a single row
  const own = flat ? slides.slice(1).map((s) => ({ ...s, line: "step" as const })) : slides;
  return { node, call, source: fed.raw, slides: own };
}

const windowed: ReadonlySet<string> = new Set(["conv2d", "maxPool2d", "averagePool2d"]);

export const isConvolution = ({ node }: Sliding): boolean => node.op === "conv2d";

/** What a kernel spans: dilation·(kernel − 1) + 1. */
export const span = ({ kernel, dilation }: Pick<Slide, "kernel" | "dilation">): number =>
  dilation * (kernel - 1) + 1;

/** Whether tap r of window p reads a row of the map, and not padding. */
const reads = ({ size, stride, dilation, before }: Slide, p: number, r: number): boolean => {
  const row = p * stride + r * dilation - before;
  return row >= 0 && row < size;
};

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

/** The windows that read no row of the map. */
export function blindWindows(slide: Slide): readonly number[] {
  const { kernel, before, after, ceil, dilation } = slide;
  // a window without gaps lies in the padding only where that is as wide
  if (dilation === 1 && Math.max(before, after) < kernel && !ceil) return [];
  return upTo(slide.steps).filter((p) => !upTo(kernel).some((r) => reads(slide, p, r)));
}

/** The taps that read a row of the map in at least one window. */
export const liveTaps = (slide: Slide): readonly number[] =>
  upTo(slide.kernel).filter((r) => upTo(slide.steps).some((p) => reads(slide, p, r)));

/** The rows of the map that a window reads. */
function rowsRead(slide: Slide): ReadonlySet<number> {
  const { stride, dilation, before } = slide;
  return new Set(
    upTo(slide.steps).flatMap((p) =>
      upTo(slide.kernel)
        .filter((r) => reads(slide, p, r))
        .map((r) => p * stride + r * dilation - before),
    ),
  );
}

/** Whether rows between those that are read are not. */
export function leavesGaps(slide: Slide): boolean {
  if (slide.dilation === 1 && slide.stride <= slide.kernel) return false;
  const read = rowsRead(slide);
  return read.size > 0 && Math.max(...read) - Math.min(...read) + 1 > read.size;
}

/** Rows at the end that are no padding and that no window reads. */
export const lost = (slide: Slide): number =>
  Math.max(0, dropped(slide, slide.after).pixels - slide.padded);

/** Pixels that none of the layers over a map reads, in its first rows and columns. */
export function unread(over: readonly Sliding[], [height = 1, width]: readonly number[]): number {
  const grids = over.map(({ slides }) => slides.map(rowsRead));
  let count = 0;
  for (let i = 0; i < height; i++) {
    const there = grids.filter(([rows]) => rows?.has(i));
    if (width === undefined) count += there.length > 0 ? 0 : 1;
    else for (let j = 0; j < width; j++) if (!there.some(([, cols]) => cols?.has(j))) count++;
  }
  return count;
}
