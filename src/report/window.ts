import type { Index } from "../tensor/axis.ts";
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

/** The windows a layer moves over rows and columns, read off its definition; none for other layers. */
export function windowsOf(
  definitions: readonly Definition[],
  isData: (tensor: Tensor) => boolean,
): readonly Window[] {
  for (const { pieces } of definitions)
    for (const { axes, body } of pieces)
      for (const { tensor, at } of reads(body)) {
        if (!isData(tensor) || at.length < 3) continue;
        const found = at
          .slice(2)
          .map((index, d) => windowOf(index, axes, tensor.shape[d + 2] ?? 1));
        const all = found.filter((w) => w !== undefined);
        if (all.length > 0 && all.length === found.length) return all;
      }
  return [];
}

function windowOf(index: Index, outer: readonly Index[], size: number): Window | undefined {
  const [a, b, more] = index.axes;
  if (!a || !b || more || !index.affine) return undefined;
  const [moves, taps] = outer.includes(a) ? [a, b] : [b, a];
  const [stride, dilation] = [index.step(moves) ?? 0, index.step(taps) ?? 0];
  if (!outer.includes(moves) || outer.includes(taps) || stride < 1 || dilation < 1)
    return undefined;
  const { size: steps } = moves;
  return { size, steps, kernel: taps.size, stride, dilation, before: -index.offset };
}

/** Rows at the end that no window reads, padding included; `pixels` are those that are not padding. */
export function dropped(window: Window, after: number): { rows: number; pixels: number } {
  const { size, steps, kernel, stride, dilation, before } = window;
  const reach = (steps - 1) * stride + dilation * (kernel - 1) + 1;
  const rows = Math.max(0, size + before + after - reach);
  return { rows, pixels: Math.max(0, rows - after) };
}
