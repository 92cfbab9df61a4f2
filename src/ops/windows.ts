import { refuse } from "../diagnostics.ts";
import type { Index } from "../tensor/axis.ts";

/** How a window moves over rows and columns. padding: top, left, bottom, right. */
export interface Window {
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number, number, number];
  readonly dilation: readonly [number, number];
}

const names = ["height", "width"] as const;

/**
 * O = ⌊(H + P − D·(K − 1) − 1) / S⌋ + 1: how often a window of K taps fits, P being the padding of
 * both sides. With `ceil` rounded up, but no window starts beyond the input and its first padding
 * (as PyTorch has it).
 */
export function extent(
  size: number,
  taps: number,
  d: 0 | 1,
  { stride, padding, dilation }: Window,
  ceil = false,
): number {
  const before = padding[d];
  const after = padding[d === 0 ? 2 : 3];
  const span = dilation[d] * (taps - 1) + 1;
  const padded = size + before + after;
  if (span > padded)
    refuse(
      "KS203",
      `the window of ${span} is larger than the padded ${names[d]} ${size} + ${before} + ${after} = ${padded}`,
      {
        notes: [
          `floor((${size} + ${before} + ${after} − ${dilation[d]}·(${taps} − 1) − 1)/${stride[d]}) + 1 is below 1`,
        ],
        fix: `Give a kernel of at most ${Math.floor((padded - 1) / dilation[d]) + 1}, or a padding of at least ${Math.ceil((span - size) / 2)} on each side.`,
      },
    );
  const steps = (padded - span) / stride[d];
  if (!ceil) return Math.floor(steps) + 1;
  const rounded = Math.ceil(steps) + 1;
  return (rounded - 1) * stride[d] >= size + before ? rounded - 1 : rounded;
}

/** p·S + r·D − P: the row or column that tap r of window p looks at. */
export const tap = (p: Index, r: Index | number, d: 0 | 1, w: Window): Index =>
  p
    .times(w.stride[d])
    .plus(typeof r === "number" ? r * w.dilation[d] : r.times(w.dilation[d]))
    .minus(w.padding[d]);

/** Sizes of a pool's output; both kinds of pool have them. */
export function pooled(
  x: { readonly n: number; readonly c: number; readonly h: number; readonly w: number },
  attrs: Window & { readonly kernel: readonly [number, number]; readonly ceil: boolean },
) {
  const { kernel, ceil } = attrs;
  checkPooling(kernel, attrs);
  return {
    n: x.n,
    c: x.c,
    p: extent(x.h, kernel[0], 0, attrs, ceil),
    q: extent(x.w, kernel[1], 1, attrs, ceil),
  };
}

/** Refuses padding as wide as a window: one would lie in it whole and have no element to pool. */
function checkPooling(kernel: readonly [number, number], w: Window): void {
  for (const d of [0, 1] as const) {
    const span = w.dilation[d] * (kernel[d] - 1) + 1;
    const most = Math.max(w.padding[d], w.padding[d === 0 ? 2 : 3]);
    if (most >= span)
      refuse("KS102", `a padding of ${most} hides a window of ${span} from the ${names[d]}`, {
        fix: `Give a padding of at most ${span - 1}.`,
      });
  }
}
