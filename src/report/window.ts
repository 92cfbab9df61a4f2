import type { Axis, Index } from "../tensor/axis.ts";
import { type Node, tensorsOf } from "../graph/graph.ts";
import type { Definition } from "../tensor/program.ts";
import type { Tensor } from "../tensor/expr.ts";
import { reads } from "../tensor/walk.ts";

/** One dimension of a window that moves: row p·stride + r·dilation − before, for r < kernel. */
export interface Window {
  readonly size: number;
  readonly steps: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
}

/**
 * The windows a layer moves over rows and columns, read off its definition; none for other layers.
 * A window of one tap looks like none: `strides` says that the layer moves one all the same.
 */
export function windowsOf(
  definitions: readonly Definition[],
  isData: (tensor: Tensor) => boolean,
  strides: boolean,
): readonly Window[] {
  for (const { pieces } of definitions)
    for (const { axes, body } of pieces)
      for (const { tensor, at } of reads(body)) {
        if (!isData(tensor) || at.length < 3) continue;
        const found = at
          .slice(2)
          .map((index, d) => windowOf(index, axes, tensor.shape[d + 2] ?? 1));
        const all = found.filter((w) => w !== undefined);
        const moves = strides || all.some((w) => w.kernel > 1);
        if (moves && all.length > 0 && all.length === found.length) return all;
      }
  return [];
}

function windowOf(index: Index, outer: readonly Axis[], size: number): Window | undefined {
  const moving = index.axes.find((axis) => outer.includes(axis));
  const taps = index.axes.find((axis) => axis !== moving);
  if (!moving || !index.affine || index.axes.length > 2 || (taps && outer.includes(taps)))
    return undefined;
  const stride = index.step(moving) ?? 0;
  const dilation = taps ? (index.step(taps) ?? 0) : 1;
  if (stride < 1 || dilation < 1) return undefined;
  const [steps, kernel] = [moving.size, taps?.size ?? 1];
  return { size, steps, kernel, stride, dilation, before: 0 - index.offset };
}

/** A transposed convolution's window moves over the output: what its attributes and its weight say of it. */
export function transposedOf({ attrs, inputs }: Node): readonly Window[] {
  const { stride, dilation, padding } = attrs;
  const [weight] = tensorsOf(inputs["w"]);
  if (!isSizes(stride) || !isSizes(dilation) || !isSizes(padding) || !weight) return [];
  return weight.shape.slice(2).map((kernel, d) => ({
    size: 0,
    steps: 0,
    kernel,
    stride: stride[d] ?? 1,
    dilation: dilation[d] ?? 1,
    before: padding[d] ?? 0,
  }));
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((n) => typeof n === "number");

/** Rows at the end that no window reads, padding included; `pixels` are those that are not padding. */
export function dropped(window: Window, after: number): { rows: number; pixels: number } {
  const { size, steps, kernel, stride, dilation, before } = window;
  const reach = (steps - 1) * stride + dilation * (kernel - 1) + 1;
  const rows = Math.max(0, size + before + after - reach);
  return { rows, pixels: Math.max(0, rows - after) };
}
