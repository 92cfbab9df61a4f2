import { setTimeout as sleep } from "node:timers/promises";

/** ms of a run, over so many of them. */
export type Timed = (runs: number) => Promise<number>;

/**
 * Wall time, unless the process was off the processor for part of it; then its processor time, which is what the wall
 * clock would have shown on an idle machine. `run` is given a number that counts up from 0.
 */
export function stopwatch(run: (turn: number) => unknown): Timed {
  let turn = 0;
  return async (runs) => {
    const before = process.cpuUsage();
    const start = performance.now();
    for (let i = 0; i < runs; i++) {
      const done = run(turn++);
      if (done instanceof Promise) await done;
    }
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1e3;
    return (processor > 0 && processor < 0.97 * wall ? processor : wall) / runs;
  };
}

/** ms of the fastest run of so many ms of runs. */
export async function fastest(timed: Timed, milliseconds: number): Promise<number> {
  let best = Infinity;
  const start = performance.now();
  do best = Math.min(best, await timed(1));
  while (performance.now() - start < milliseconds);
  return best;
}

export interface Turns {
  /** samples of each */
  readonly rounds: number;
  /** ms of runs in one sample */
  readonly sample: number;
  /** ms of runs before the first sample, with a pause after each half, in which V8's optimiser can finish */
  readonly warmUp: number;
}

/** ms of a run of each, warm: medians, all of this process taking turns. */
export async function inTurns(
  runs: readonly (() => void)[],
  { rounds, sample, warmUp }: Turns,
): Promise<readonly number[]> {
  const runners: { timed: Timed; count: number; times: number[] }[] = [];
  for (const run of runs) {
    const timed = stopwatch(run);
    await fastest(timed, warmUp / 2);
    await sleep(15);
    const best = await fastest(timed, warmUp / 2);
    runners.push({ timed, count: Math.max(1, Math.round(sample / best)), times: [] });
  }
  for (let round = 0; round < rounds; round++)
    for (const { timed, count, times } of runners) times.push(await timed(count));
  return runners.map(({ times }) => quantile(times, 0.5));
}

export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
