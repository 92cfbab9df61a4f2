import { invariant } from "../../src/diagnostics.ts";
import { Axis, constant, type Index } from "../../src/tensor/axis.ts";
import type { Expr, Of } from "../../src/tensor/expr.ts";
import { bound, freeAxes, parts, substitute } from "../../src/tensor/walk.ts";
import { laws, rewrite } from "../../src/rewrite/rewrite.ts";
import type { Nest } from "../schedule/group.ts";
import { Addresses, type Pointer, type Storages } from "./address.ts";
import { clamps } from "./clamp.ts";
import { type Integer, laneCount, type Statement, type Value } from "./loop.ts";
import { Scalars } from "./scalar.ts";
import { integer, Names, Scope } from "./scope.ts";
import { unroll } from "./unroll.ts";

/** What becomes of a nest's axes. */
export interface Tile {
  /** How often each axis is unrolled: 1 where it is not named, its size for all of it. */
  readonly times: ReadonlyMap<Axis, number>;
  /** The axis that vectors run along: the nest's own, or one that is summed over. */
  readonly lanes?: Axis;
}

/** A kernel's body and what it has to be told: where each tensor is. */
export interface Lowered {
  readonly body: readonly Statement[];
  readonly pointers: readonly Pointer[];
}

type Reduce = Of<"sum"> | Of<"greatest"> | Of<"argmax">;
type Point = ReadonlyMap<Axis, Index>;

/**
 * A nest as loops: loops over its axes, each in steps of its tile; inside, every store at every point
 * of the tile. Sums of the tile's points with the same axes share their loops (unroll and jam), with
 * an accumulator each; what is equal is computed once, where its innermost axis stands. For threads,
 * every stretch of an axis that is not unrolled is a loop, which may be dealt out among them.
 */
export function lower(
  nest: Nest,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  tile: Tile,
  target: "ts" | "wasm",
  threads = false,
): Lowered {
  return new Lowering(nest, storages, batch, tile, target, threads).lowered();
}

class Lowering {
  readonly #names = new Names();
  readonly #addresses: Addresses;
  readonly #scalars: Scalars;
  readonly #batch: ReadonlySet<Axis>;
  readonly #tile: Tile;
  readonly #nest: Nest;
  readonly #threads: boolean;
  /** An axis for each number of lanes that count. */
  readonly #lanes = new Map<number, Axis>();

  constructor(
    nest: Nest,
    storages: Storages,
    batch: ReadonlySet<Axis>,
    tile: Tile,
    target: "ts" | "wasm",
    threads: boolean,
  ) {
    this.#nest = nest;
    this.#threads = threads;
    this.#batch = batch;
    this.#tile = tile;
    this.#addresses = new Addresses(storages, this.#names, target === "wasm" ? 4 : 1);
    this.#scalars = new Scalars(this.#addresses, this.#names, target === "ts");
  }

  lowered(): Lowered {
    const { axes, stores, adds } = this.#nest;
    const root = new Scope();
    this.#loops(axes, [new Map()], root, (points, scope) => {
      const work = stores.flatMap((store) =>
        points.map((point) => ({
          tensor: store.tensor,
          at: store.at.map((index) => index.at(point)),
          body: this.#instance(store.body, point),
        })),
      );
      this.#prepare(
        work.map((w) => w.body),
        scope,
      );
      // A store may take the place of what another store's value reads: all values come first.
      const alone = work.length === points.length;
      const values = alone ? [] : work.map((w) => this.#scalars.named(w.body, scope, false));
      for (const [k, { tensor, at, body }] of work.entries()) {
        const value = values[k] ?? this.#scalars.value(body, scope);
        const address = this.#addresses.of(tensor, at, scope);
        const lanes = this.#addresses.lanes(tensor, at);
        const along = lanes ? { lanes } : undefined;
        const there: Value = { kind: "load", address, finite: true, ...along };
        const whole: Value = adds ? { kind: "apply", fn: "add", args: [there, value] } : value;
        scope.statements.push({ kind: "store", address, value: whole, ...along });
      }
    });
    return { body: root.statements, pointers: this.#addresses.pointers };
  }

  /** Loops over the axes that are not unrolled in full; `act` gets the tile's points. */
  #loops(
    axes: readonly Axis[],
    points: readonly Point[],
    scope: Scope,
    act: (points: readonly Point[], scope: Scope) => void,
    clamp: (axis: Axis, point: Point, scope: Scope) => Clamp | undefined = () => undefined,
  ): void {
    const [axis, ...rest] = axes;
    if (!axis) return act(points, scope);
    const within = (first: Index, { step, vectors }: Span, inner: Scope) => {
      const places = vectors
        ? vectors.map((count, j) => first.plus(laneCount * j).plus(this.#lane(count)))
        : Array.from({ length: step }, (_, j) => first.plus(j));
      const all = points.flatMap((point) => places.map((at) => new Map(point).set(axis, at)));
      this.#loops(rest, all, inner, act, clamp);
    };
    const spans = this.#spans(axis);
    const mayDeal = this.#threads && this.#nest.axes.includes(axis);
    const apart = mayDeal && !this.#nest.adds?.includes(axis);
    const looped = (span: Span) => isLoop(span) || (mayDeal && spans.length > 1);
    const name = spans.some(looped) ? this.#names.axis(axis) : "";
    if (spans.some((span) => span.resumes)) scope.statements.push({ kind: "counter", name });
    for (const span of spans) {
      if (!looped(span)) {
        within(this.#start(axis).plus(span.first), span, scope);
        continue;
      }
      const { from, to, last, step, resumes } = span;
      const counter = new Axis(name, last - step + 1);
      const inner = new Scope(scope);
      this.#addresses.enter(counter, name, inner, last - step);
      if (this.#runsOn(axis)) this.#addresses.runOn(counter);
      const [point] = points;
      const limits =
        point && step === 1 && points.length === 1
          ? clamp(axis, new Map(point).set(axis, counter), inner)
          : undefined;
      within(counter, span, inner);
      scope.statements.push({
        kind: "loop",
        name,
        from: limits?.from ?? from,
        to: limits?.to ?? to,
        step,
        resumes,
        ...(apart ? { apart } : undefined),
        body: inner.statements,
      });
    }
  }

  /** The stretches an axis is walked in: in steps of its tile, then what is left. */
  #spans(axis: Axis): readonly Span[] {
    const times = this.#factor(axis);
    const size = this.#size(axis);
    const stretch = (first: number, last: number, step: number): Span => ({
      first,
      from: integer(first),
      to: integer(last),
      last,
      step,
      resumes: false,
      ...(this.#inLanes(axis) && step > 1 ? { vectors: vectorsOf(step) } : undefined),
    });
    if (this.#batch.has(axis)) {
      const to = { kind: "batch" } as const;
      const single = { ...stretch(0, size, 1), to, resumes: times > 1 };
      return times > 1 ? [{ ...stretch(0, size, times), to }, single] : [single];
    }
    const main = size - (size % times);
    if (main === size) return [stretch(0, size, times)];
    const [whole, left] = [main > 0 ? [stretch(0, main, times)] : [], size - main];
    if (!this.#inLanes(axis)) return [...whole, stretch(main, size, 1)];
    // Lanes that are added up must all count: what fills no vector goes one by one.
    const even = this.#nest.axes.includes(axis) ? left : left - (left % laneCount);
    return [
      ...whole,
      ...(even > 0 ? [stretch(main, main + even, even)] : []),
      ...(even < left ? [stretch(main + even, size, 1)] : []),
    ];
  }

  /** Written out in full: no loop at all. */
  #unrolled(axis: Axis): boolean {
    if (this.#inLanes(axis) || this.#runsOn(axis) || this.#batch.has(axis)) return false;
    return this.#factor(axis) >= this.#size(axis);
  }

  #factor(axis: Axis): number {
    return Math.min(this.#tile.times.get(axis) ?? 1, this.#size(axis));
  }

  /** Steps: more than the axis has where it stands for the axes around it too. */
  #size(axis: Axis): number {
    return this.#nest.counts?.get(axis) ?? axis.size;
  }

  #runsOn(axis: Axis): boolean {
    return this.#nest.counts?.has(axis) === true;
  }

  /** 0: of an axis that runs on, a place of its own, so that it is known for one. */
  #start(axis: Axis): Index {
    if (!this.#runsOn(axis)) return constant(0);
    const start = new Axis(axis.name, 1);
    this.#addresses.runOn(start);
    return start;
  }

  #inLanes(axis: Axis): boolean {
    return axis === this.#tile.lanes;
  }

  #lane(count: number): Axis {
    const known = this.#lanes.get(count);
    if (known) return known;
    const axis = new Axis("lane", count);
    this.#addresses.lane(axis);
    this.#lanes.set(count, axis);
    return axis;
  }

  #instance(body: Expr, point: Point): Expr {
    return rewrite(
      unroll(substitute(body, point), (axis) => this.#unrolled(axis)),
      laws,
    );
  }

  /** Runs the loops of every sum and maximum that the expressions are made of, and counts uses. */
  #prepare(exprs: readonly Expr[], scope: Scope): void {
    const groups = new Map<string, { scope: Scope; reduces: Map<number, Reduce> }>();
    const seen = new Set<Expr>();
    const visit = (e: Expr): void => {
      if (seen.has(e)) return;
      seen.add(e);
      if (!isReduce(e)) return parts(e).forEach(visit);
      const key = this.#scalars.key(e);
      if (scope.known(key)) return;
      const home = this.#addresses.home(freeAxes(e), scope);
      const signature = `${e.kind} ${home.depth} ${bound(e)
        .map((axis) => axis.key)
        .join()}`;
      const group = groups.get(signature) ?? { scope: home, reduces: new Map<number, Reduce>() };
      group.reduces.set(key, e);
      groups.set(signature, group);
    };
    exprs.forEach(visit);
    for (const group of groups.values()) this.#reduce(group.reduces, group.scope);
    this.#scalars.count(exprs);
  }

  /** acc = Σ body for every reduce of the group, in one set of loops. */
  #reduce(reduces: ReadonlyMap<number, Reduce>, scope: Scope): void {
    const jobs = [...reduces].map(([key, e]) => ({ key, e, name: this.#names.fresh("s") }));
    const [first] = jobs;
    invariant(first, "a group without sums");
    const accumulate = (name: string, value: number, vector: boolean) =>
      scope.statements.push({
        kind: "accumulator",
        name,
        value: { kind: "number", value },
        vector,
      });
    const across = bound(first.e).some((axis) => this.#inLanes(axis));
    for (const { key, e, name } of jobs) {
      const vector = this.#addresses.isVector(freeAxes(e));
      accumulate(name, startOf(e), vector);
      if (e.kind === "argmax") accumulate(`${name}at`, 0, vector);
      if (across) accumulate(`${name}v`, startOf(e), true);
      const result = e.kind === "argmax" ? `${name}at` : name;
      scope.values.set(key, { kind: "variable", name: result, finite: true });
    }
    const only = jobs.length === 1 ? first.e : undefined;
    const clamp = (axis: Axis, point: Point, inner: Scope) =>
      only &&
      clamps(rewrite(substitute(only.body, point), laws), point.get(axis), this.#addresses, inner);
    this.#loops(
      bound(first.e),
      [new Map()],
      scope,
      (points, inner) => {
        const work = points.flatMap((point) =>
          jobs.map((job) => ({ ...job, point, body: this.#instance(job.e.body, point) })),
        );
        this.#prepare(
          work.map((w) => w.body),
          inner,
        );
        for (const { e, name, body, point } of work) {
          const value = this.#scalars.value(body, inner);
          const vector = across && this.#inVectors(point);
          if (e.kind === "argmax") this.#win(e, name, value, point, inner);
          else inner.statements.push(join(e, vector ? `${name}v` : name, value));
        }
      },
      clamp,
    );
    if (!across) return;
    for (const { e, name } of jobs) {
      const of: Value = { kind: "variable", name: `${name}v` };
      const value: Value = { kind: "across", fn: e.kind === "sum" ? "add" : "max", of };
      scope.statements.push(join(e, name, value));
    }
  }

  /** Whether a point of the summed axes stands for one in each lane. */
  #inVectors(point: Point): boolean {
    return [...point.values()].some((index) => this.#addresses.isVector(index.axes));
  }

  /** The first greatest so far, and where it stands. */
  #win(e: Of<"argmax">, name: string, value: Value, point: Point, inner: Scope): void {
    const candidate = this.#names.fresh("v");
    inner.statements.push({ kind: "let", name: candidate, value });
    const position = e.over.reduce(
      (sum: Index, axis) => sum.times(axis.size).plus(point.get(axis) ?? axis),
      constant(0),
    );
    const best = { kind: "variable", name } as const;
    const found = { kind: "variable", name: candidate } as const;
    const beats = { kind: "apply", fn: "less", args: [best, found] } as const;
    inner.statements.push({
      kind: "update",
      name: `${name}at`,
      value: {
        kind: "apply",
        fn: "where",
        args: [
          beats,
          { kind: "integer", at: this.#addresses.affine(position, inner) },
          { kind: "variable", name: `${name}at` },
        ],
      },
    });
    inner.statements.push({
      kind: "update",
      name,
      value: { kind: "apply", fn: "max", args: [best, found] },
    });
  }
}

const startOf = (e: Reduce): number => (e.kind === "sum" ? 0 : -Infinity);

/** acc += value, or the greater of the two. */
const join = (e: Reduce, name: string, value: Value): Statement => ({
  kind: "update",
  name,
  value: {
    kind: "apply",
    fn: e.kind === "sum" ? "add" : "max",
    args: [{ kind: "variable", name }, value],
  },
});

/** A stretch of an axis: bounds for the loop, its last place for what is known of indices. */
interface Span {
  readonly first: number;
  readonly from: Integer;
  readonly to: Integer;
  readonly last: number;
  readonly step: number;
  readonly resumes: boolean;
  /** Of a step in vectors: how many lanes of each count. */
  readonly vectors?: readonly number[];
}

/** 4, 4, 2 for 10. */
const vectorsOf = (count: number): number[] =>
  Array.from({ length: Math.ceil(count / laneCount) }, (_, j) =>
    Math.min(laneCount, count - laneCount * j),
  );

/** One step is no loop. */
const isLoop = ({ to, first, last, step }: Span): boolean =>
  to.kind === "batch" || last - first > step;

/** Tighter bounds of a loop, from where its body is worth anything. */
export interface Clamp {
  readonly from: Integer;
  readonly to: Integer;
}

const isReduce = (e: Expr): e is Reduce => bound(e).length > 0;
