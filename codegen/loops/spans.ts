import type { Axis } from "../../src/tensor/axis.ts";
import { type Nest, stepsOf } from "../schedule/group.ts";
import { type Integer, laneCount } from "./loop.ts";
import { integer } from "./scope.ts";

/** What becomes of a nest's axes. */
export interface Tile {
  /** How often each axis is unrolled: 1 where it is not named, its size for all of it. */
  readonly times: ReadonlyMap<Axis, number>;
  /** The axis that vectors run along: the nest's own, or one that is summed over. */
  readonly lanes?: Axis;
}

/** A stretch of an axis: bounds for the loop, its last place for what is known of indices. */
export interface Span {
  readonly first: number;
  readonly from: Integer;
  readonly to: Integer;
  readonly last: number;
  readonly step: number;
  /** Goes on where the stretch before it ended. */
  readonly resumes: boolean;
  /** Of a step in vectors: how many lanes of each count. */
  readonly vectors?: readonly number[];
}

/** The stretches that a nest's axes are walked in, by its tile. */
export class Spans {
  readonly #nest: Nest;
  readonly #batch: ReadonlySet<Axis>;
  readonly #tile: Tile;

  constructor(nest: Nest, batch: ReadonlySet<Axis>, tile: Tile) {
    this.#nest = nest;
    this.#batch = batch;
    this.#tile = tile;
  }

  /** In steps of the tile, then what is left. */
  of(axis: Axis): readonly Span[] {
    const times = this.#factor(axis);
    const size = this.#size(axis);
    const stretch = (first: number, last: number, step: number): Span => ({
      first,
      from: integer(first),
      to: integer(last),
      last,
      step,
      resumes: false,
      ...(this.inLanes(axis) && step > 1 ? { vectors: vectorsOf(step) } : undefined),
    });
    if (this.#batch.has(axis)) {
      const to = { kind: "batch" } as const;
      const single = { ...stretch(0, size, 1), to, resumes: times > 1 };
      return times > 1 ? [{ ...stretch(0, size, times), to }, single] : [single];
    }
    const main = size - (size % times);
    if (main === size) return [stretch(0, size, times)];
    const [whole, left] = [main > 0 ? [stretch(0, main, times)] : [], size - main];
    if (!this.inLanes(axis)) return [...whole, stretch(main, size, 1)];
    // Lanes that are added up must all count: what fills no vector goes one by one.
    const even = this.#nest.axes.includes(axis) ? left : left - (left % laneCount);
    return [
      ...whole,
      ...(even > 0 ? [stretch(main, main + even, even)] : []),
      ...(even < left ? [stretch(main + even, size, 1)] : []),
    ];
  }

  /** Written out in full: no loop at all. */
  unrolled(axis: Axis): boolean {
    if (this.inLanes(axis) || this.runsOn(axis) || this.#batch.has(axis)) return false;
    return this.#factor(axis) >= this.#size(axis);
  }

  inLanes(axis: Axis): boolean {
    return axis === this.#tile.lanes;
  }

  /** Stands for the axes around it too, and so goes beyond its own end. */
  runsOn(axis: Axis): boolean {
    return this.#nest.counts?.has(axis) === true;
  }

  #factor(axis: Axis): number {
    return Math.min(this.#tile.times.get(axis) ?? 1, this.#size(axis));
  }

  /** Steps: more than the axis has where it runs on. */
  #size(axis: Axis): number {
    return stepsOf(this.#nest, axis);
  }
}

/** One step is no loop. */
export const isLoop = ({ to, first, last, step }: Span): boolean =>
  to.kind === "batch" || last - first > step;

/** 4, 4, 2 for 10. */
const vectorsOf = (count: number): number[] =>
  Array.from({ length: Math.ceil(count / laneCount) }, (_, j) =>
    Math.min(laneCount, count - laneCount * j),
  );
