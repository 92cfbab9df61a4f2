import type { Run } from "../../assemble.ts";
import { type Home, homeOf } from "../../memory/arena.ts";
import type { Tensor } from "../../../src/tensor/expr.ts";
import type { Node } from "../module.ts";
import { type Deal, places } from "./deal.ts";
import { leastShared, work } from "./work.ts";

/** Something that a run does: the call of a kernel, a fill, a copy. */
export interface Job {
  /** Where it is dealt out, it reads which part it is of how many from locals of those names. */
  readonly node: Node;
  /** How many parts have something to do, at most. */
  readonly most: number;
  readonly cost: Cost;
  readonly reads: readonly Stretch[];
  readonly writes: readonly Stretch[];
}

/** Instructions, about: of any run, and those that each sample adds. */
export interface Cost {
  readonly fixed: number;
  readonly each: number;
}

/** Of the arena, in floats. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The call of a run's kernel. */
export function kernelJob(run: Run, k: number, maxBatch: number, node: Node, deal?: Deal): Job {
  const { pointers = [], writes = [], body = [] } = run.kernels[k] ?? {};
  const stretch = (tensor: Tensor) => stretchOf(homeOf(run.arena, tensor), maxBatch);
  const all = work(body, maxBatch);
  const fixed = maxBatch > 1 ? Math.max(0, 2 * work(body, maxBatch / 2) - all) : 0;
  return {
    node,
    most: deal ? places(deal, maxBatch) : 1,
    cost: { fixed, each: (all - fixed) / maxBatch },
    reads: pointers.map(({ tensor }) => stretch(tensor)),
    writes: writes.map(stretch),
  };
}

/** The fill of a tensor, halo and all; `written` gives it, dealt out or not. */
export function fillJob(home: Home, maxBatch: number, written: (dealt: boolean) => Node): Job {
  const { size, batched } = home.storage;
  const cost = size * perFloat;
  const dealt = cost * (batched ? maxBatch : 1) >= leastShared;
  return {
    node: written(dealt),
    most: dealt ? Infinity : 1,
    cost: batched ? { fixed: 0, each: cost } : { fixed: cost, each: 0 },
    reads: [],
    writes: [stretchOf(home, maxBatch)],
  };
}

/** A copy within the arena. */
export const copyJob = (from: number, to: number, size: number, node: Node): Job => ({
  node,
  most: 1,
  cost: { fixed: size * perFloat, each: 0 },
  reads: [{ from, to: from + size }],
  writes: [{ from: to, to: to + size }],
});

/** What a float costs that goes to memory and no more. */
const perFloat = 2;

const stretchOf = ({ storage, offset }: Home, maxBatch: number): Stretch => ({
  from: offset,
  to: offset + storage.size * (storage.batched ? maxBatch : 1),
});

/** Jobs that may run at the same time. */
export type Step = readonly Job[];

/** More would leave too few parts for each. */
const mostJobs = 8;

/** Jobs in their order, each with those before it whose memory it does not touch. */
export function steps(jobs: readonly Job[]): Step[] {
  const found: Job[][] = [];
  for (const job of jobs) {
    const last = found.at(-1);
    if (last && last.length < mostJobs && !last.some((other) => clash(job, other))) last.push(job);
    else found.push([job]);
  }
  // What cannot be dealt out is begun first, so that the others are not waiting for it in the end.
  return found.map((step) => [...step].sort((a, b) => weight(b) - weight(a)));
}

const weight = ({ most, cost }: Job): number => (cost.fixed + cost.each) / Math.min(most, mostJobs);

/** One writes what the other reads or writes. */
const clash = (a: Job, b: Job): boolean =>
  meet(a.writes, b.reads) || meet(a.writes, b.writes) || meet(a.reads, b.writes);

const meet = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));
