import type { Loop, Statement } from "../../loops/loop.ts";
import { leastShared, work } from "./work.ts";

/**
 * How a kernel is dealt out to the parts it is run in. The loops over its outermost axes, one within the
 * other, are the levels; a place is a point of their axes, and places are counted in row-major order. The
 * turn of a loop starts at a place and stands for as many as it has steps: a part takes the turns of the
 * innermost level that start in its stretch of the places. Tiles and their rests are as they would be in
 * one part, so every element is computed by the same instructions in the same order.
 */
export interface Deal {
  /** Steps along each level's axis. */
  readonly extents: readonly (number | "batch")[];
  readonly loops: ReadonlyMap<Loop, Dealt>;
}

export interface Dealt {
  readonly level: number;
  /** Points of the axes further out that each of its turns stands for at once. */
  readonly scale: number;
  /** Of a loop that goes on where another stops: that one's steps. */
  readonly after: number;
}

/** Places, for one sample, that are enough for an even deal among many threads. */
const enough = 512;
/** What is computed again in every part, and may be so much of the whole. */
const repeated = 1 / 16;
/** Samples for which that is looked at. */
const samples = 8;

/** Of a kernel that has so much work that it may be more than one thread's. */
export const dealIfWorth = (body: readonly Statement[], maxBatch: number): Deal | undefined =>
  work(body, maxBatch) < leastShared ? undefined : deal(body);

/** undefined where a kernel has no loop whose turns are apart, or most of its work stands before them. */
export function deal(body: readonly Statement[]): Deal | undefined {
  const extents: (number | "batch")[] = [];
  const loops = new Map<Loop, Dealt>();
  let bodies: readonly Inside[] = [{ body: apartIn(body), scale: 1 }];
  let places = 1;
  while (places < enough && bodies.every(({ body }) => dealable(body))) {
    const level = bodies.flatMap(({ body, scale }) =>
      body.filter(isApart).map((loop, _, all) => ({ loop, scale, all })),
    );
    const [first] = level;
    if (!first) break;
    for (const { loop, scale, all } of level)
      loops.set(loop, { level: extents.length, scale, after: stepBefore(loop, all) });
    const extent = Math.max(...first.all.map(end));
    extents.push(Number.isFinite(extent) ? extent : "batch");
    places *= Number.isFinite(extent) ? extent : 1;
    bodies = level.map(({ loop, scale }) => ({ body: loop.body, scale: scale * loop.step }));
  }
  return extents.length > 0 ? { extents, loops } : undefined;
}

/** Places of a deal for so many samples. */
export const places = ({ extents }: Deal, batch: number): number =>
  extents.reduce<number>((n, extent) => n * (extent === "batch" ? batch : extent), 1);

interface Inside {
  readonly body: readonly Statement[];
  readonly scale: number;
}

/** What is inside of loops that add to the same elements in each of their turns: every part runs all of those. */
function apartIn(body: readonly Statement[]): readonly Statement[] {
  const adding = body.find((s) => s.kind === "loop" && !s.apart && stores(s.body));
  return adding?.kind === "loop" ? apartIn(adding.body) : body;
}

const isApart = (s: Statement): s is Loop => s.kind === "loop" && s.apart === true;

/** All that it stores, and nearly all that it does, is in loops whose turns are apart. */
function dealable(body: readonly Statement[]): boolean {
  const others = body.filter((s) => !isApart(s));
  return !stores(others) && work(others, samples) <= repeated * work(body, samples);
}

const stores = (body: readonly Statement[]): boolean =>
  body.some((s) => s.kind === "store" || (s.kind === "loop" && stores(s.body)));

const end = ({ to }: Loop): number => (to.kind === "affine" ? to.at.offset : Infinity);

const stepBefore = (loop: Loop, all: readonly Loop[]): number =>
  loop.resumes ? (all.find((other) => other.name === loop.name)?.step ?? 1) : 1;
