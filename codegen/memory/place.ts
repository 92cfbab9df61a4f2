/** Something that needs memory from one step of a run to another, both included. */
export interface Lifetime<T> {
  readonly of: T;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

export interface Placement<T> {
  readonly offsets: ReadonlyMap<T, number>;
  /** Floats in all, from `base` on. */
  readonly size: number;
}

/** Buffers start at multiples of this many floats: a cache line. */
const alignment = 16;

/**
 * One arena: the largest first, each at the lowest place that no buffer alive at the same time
 * holds (greedy by size, Pisarchyk and Lee 2020, §5.2).
 */
export function place<T>(lifetimes: readonly Lifetime<T>[], base: number): Placement<T> {
  const placed: { from: number; to: number; start: number; end: number }[] = [];
  const offsets = new Map<T, number>();
  const start = Math.ceil(base / alignment) * alignment;
  let end = start;
  const bySize = [...lifetimes].sort((a, b) => b.size - a.size || a.from - b.from);
  for (const { of, size, from, to } of bySize) {
    const busy = placed
      .filter((other) => other.from <= to && from <= other.to)
      .sort((a, b) => a.start - b.start);
    let at = start;
    for (const other of busy) {
      if (at + size <= other.start) break;
      at = Math.max(at, other.end);
    }
    const next = at + Math.ceil(size / alignment) * alignment;
    placed.push({ from, to, start: at, end: next });
    offsets.set(of, at);
    end = Math.max(end, next);
  }
  return { offsets, size: end - base };
}
