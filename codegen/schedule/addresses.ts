/** Distinct addresses over the points of a tile: `times` places along each axis, `steps` apart. */
export function addresses(times: readonly number[], steps: readonly number[]): ReadonlySet<number> {
  let found = new Set([0]);
  for (const [i, count] of times.entries()) {
    const step = steps[i] ?? 0;
    if (step === 0 || count === 1) continue;
    const next = new Set<number>();
    for (const base of found) for (let j = 0; j < count; j++) next.add(base + j * step);
    found = next;
  }
  return found;
}
