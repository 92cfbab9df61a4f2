import { type Axis, constant, type Index, volume } from "../../../src/tensor/axis.ts";
import type { Expr, Read, Tensor } from "../../../src/tensor/expr.ts";

/** What this is about: kernels of 3×3, in steps of one. */
export const three = 3;

/**
 * Which of the sums with a 3×3 kernel it is, in each of two dimensions:
 *
 *   taps     y[i] = Σ r  image[i + start ± r] · taps[r]       three taps: forward, input gradient
 *   outputs  y[r] = Σ p  image[p + start ± r] · taps[p]       three outputs: weight gradient
 */
export type Kind = "taps" | "outputs";

/** A sum that Winograd's algorithms do with fewer products. */
export interface Contraction {
  readonly three: Kind;
  readonly image: Read;
  readonly taps: Read;
  readonly rows: Slide;
  readonly columns: Slide;
  /** Axes that are summed besides: the channels, or for a weight gradient the samples. */
  readonly shared: readonly Axis[];
  /** Axes of the image alone, and of the taps alone. */
  readonly imageFree: readonly Axis[];
  readonly tapsFree: readonly Axis[];
}

/** One dimension in which the taps slide over the image. */
export interface Slide {
  /** Which dimension of the image it is. */
  readonly dim: number;
  /** The axis of the taps that is summed. */
  readonly tap: Axis;
  /** Which output it is, in terms of axes that are not summed: 0, 1, … in the image's direction. */
  readonly output: Index;
  readonly outputs: number;
  /** Where in the image output 0 has its first tap. */
  readonly start: number;
  /** The taps stand the other way round in their tensor: the input gradient's. */
  readonly turned: boolean;
}

/** The sum as a contraction; nothing where it has another kernel, a stride, dilation or groups. */
export function contractionOf(e: Expr, batched: ReadonlySet<Tensor>): Contraction | undefined {
  if (e.kind !== "sum" || e.body.kind !== "mul") return undefined;
  const { over, body } = e;
  const { a, b } = body;
  if (a.kind !== "read" || b.kind !== "read") return undefined;
  for (const three of ["taps", "outputs"] as const)
    for (const [image, taps] of [[a, b] as const, [b, a] as const]) {
      const found = matched(three, over, image, taps);
      if (found && batchFirst(found, batched)) return found;
    }
  return undefined;
}

function matched(
  kind: Kind,
  over: readonly Axis[],
  image: Read,
  taps: Read,
): Contraction | undefined {
  const slides = image.at.flatMap((index, dim) => slideOf[kind](index, dim, over) ?? []);
  const [rows, columns] = slides;
  if (!rows || !columns || slides.length > 2 || !Number.isFinite(image.outside)) return undefined;
  const inImage = plain(image.at.filter((_, dim) => dim !== rows.dim && dim !== columns.dim));
  const inTaps = plain(taps.at);
  if (!inImage || !inTaps) return undefined;
  const summed = [rows.tap, columns.tap];
  const shared = inImage.filter((axis) => inTaps.includes(axis));
  const imageFree = inImage.filter((axis) => !inTaps.includes(axis));
  const tapsFree = inTaps.filter((axis) => !inImage.includes(axis) && !summed.includes(axis));
  const outer = [...rows.output.axes, ...columns.output.axes];
  const wellFormed =
    sameSet(over, [...summed, ...shared]) &&
    sameSet(inTaps, [...summed, ...shared, ...tapsFree]) &&
    distinct([...outer, ...summed, ...inImage, ...tapsFree]) &&
    summed.every((axis) => coversItsDimension(taps, axis));
  return wellFormed
    ? { three: kind, image, taps, rows, columns, shared, imageFree, tapsFree }
    : undefined;
}

const slideOf: {
  readonly [K in Kind]: (index: Index, dim: number, over: readonly Axis[]) => Slide | undefined;
} = {
  taps(index, dim, over) {
    const found = tapIn(index, over);
    if (!found || found.tap.size !== three || !isDense(found.rest)) return undefined;
    const { tap, sign, rest } = found;
    const turned = sign < 0;
    const start = index.offset - (turned ? three - 1 : 0);
    return { dim, tap, output: rest, outputs: rest.range.most + 1, start, turned };
  },
  outputs(index, dim, over) {
    const found = tapIn(index, over);
    const axis = found?.rest.axes[0];
    if (!found || found.sign < 0 || axis?.size !== three) return undefined;
    const { tap, rest } = found;
    const turned = rest.key === axis.times(-1).key;
    if (!turned && rest.axis !== axis) return undefined;
    const start = index.offset - (turned ? three - 1 : 0);
    const output = turned ? constant(three - 1).minus(axis) : axis;
    return { dim, tap, output, outputs: three, start, turned: false };
  },
};

/** index = ±tap + rest + offset, the tap the one axis in it that is summed. */
function tapIn(index: Index, over: readonly Axis[]) {
  const [tap, ...others] = over.filter((axis) => index.axes.includes(axis));
  if (!tap || others.length > 0 || !index.affine) return undefined;
  const sign = index.step(tap) ?? 0;
  const rest = index.minus(tap.times(sign)).minus(index.offset);
  return Math.abs(sign) === 1 && rest.axes.length > 0 ? { tap, sign, rest } : undefined;
}

/** Takes every value from 0 on, once: an axis, or 2·p + u under a pool of two. */
const isDense = ({ axes, range }: Index): boolean =>
  range.least === 0 && range.most + 1 === volume(axes);

/** The axes that alone are indices; nothing if any other index but a constant is there. */
function plain(at: readonly Index[]): readonly Axis[] | undefined {
  const moving = at.filter((index) => index.terms.length > 0);
  const axes = moving.flatMap((index) => index.axis ?? []);
  return axes.length === moving.length ? axes : undefined;
}

/** Beyond the axis' last step nothing is left to read: a tile that is not full reads 0 there. */
const coversItsDimension = ({ tensor, at }: Read, axis: Axis): boolean =>
  at.every((index, d) => index.axis !== axis || tensor.shape[d] === axis.size);

const distinct = (axes: readonly Axis[]): boolean => new Set(axes).size === axes.length;
const sameSet = (a: readonly Axis[], b: readonly Axis[]): boolean =>
  a.length === b.length && distinct(a) && a.every((axis) => b.includes(axis));

/** Samples are computed alone or summed over, and lie first in what is made of them. */
function batchFirst(c: Contraction, batched: ReadonlySet<Tensor>): boolean {
  const samples = (r: Read) => (batched.has(r.tensor) ? [r.at[0]?.axis] : []);
  return c.three === "taps"
    ? samples(c.taps).length === 0 && samples(c.image).every((axis) => axis === c.imageFree[0])
    : [c.image, c.taps].flatMap(samples).every((axis) => axis === c.shared[0]);
}
