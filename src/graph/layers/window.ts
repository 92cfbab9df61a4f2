import { refuse } from "../../diagnostics.ts";

/** A window that slides along one axis. */
interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

/** What "same" adds before and after an axis, so that ⌈size / stride⌉ windows fit; the surplus at the end. */
function same(size: number, { kernel, stride, dilation }: Window): readonly [number, number] {
  const span = dilation * (kernel - 1) + 1;
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + span - size);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

type Pair = readonly [number, number];
type Sides = readonly [number, number, number, number];

/** Stride, padding and dilation as the ops know them. */
export function window2d(
  [h, w]: Pair,
  options: {
    readonly kernel: Pair;
    readonly stride: Pair;
    readonly dilation: Pair;
    readonly padding: Sides | "same";
  },
): { readonly stride: Pair; readonly dilation: Pair; readonly padding: Sides } {
  const { kernel, stride, dilation, padding } = options;
  const along = (size: number, d: 0 | 1) =>
    fitted(
      ["height", "width"][d] ?? "",
      size,
      { kernel: kernel[d], stride: stride[d], dilation: dilation[d] },
      padding === "same" ? padding : [padding[d], padding[d === 0 ? 2 : 3]],
    );
  const [[top, bottom], [left, right]] = [along(h, 0), along(w, 1)];
  return { stride, dilation, padding: [top, left, bottom, right] };
}

/** The same along one axis, which the ops see as the second of two. */
export function window1d(
  length: number,
  { kernel, stride, dilation, padding }: Window & { readonly padding: Pair | "same" },
): { readonly stride: Pair; readonly dilation: Pair; readonly padding: Sides } {
  const [before, after] = fitted("length", length, { kernel, stride, dilation }, padding);
  return { stride: [1, stride], dilation: [1, dilation], padding: [0, before, 0, after] };
}

/** The padding before and after one axis, which the window must fit into. */
function fitted(axis: string, size: number, window: Window, padding: Pair | "same"): Pair {
  if (padding === "same") return same(size, window);
  const [before, after] = padding;
  const { kernel, dilation } = window;
  const span = dilation * (kernel - 1) + 1;
  const padded = size + before + after;
  if (span <= padded) return padding;
  const what =
    dilation === 1
      ? `kernel ${kernel} is larger`
      : `kernel ${kernel} with dilation ${dilation} spans ${span}, more`;
  const sum = before === after ? `${size} + 2·${before}` : `${size} + ${before} + ${after}`;
  refuse("KS203", `${what} than the padded ${axis} ${sum} = ${padded}`, {
    fix: `Give a kernel of at most ${Math.floor((padded - 1) / dilation) + 1}, or a padding of at least ${before + Math.ceil((span - padded) / 2)} on each side.`,
  });
}
