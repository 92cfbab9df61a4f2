import { invariant } from "../../src/diagnostics.ts";
import { Axis, constant, type Index } from "../../src/tensor/axis.ts";
import type { Expr, Of } from "../../src/tensor/expr.ts";
import { bound, freeAxes, parts, substitute } from "../../src/tensor/walk.ts";
import { laws, rewrite } from "../../src/rewrite/rewrite.ts";
import type { Nest } from "../schedule/group.ts";
import { Addresses, type Pointer, type Storages } from "./address.ts";
import { clamps } from "./clamp.ts";
import type { Integer, Statement, Value } from "./loop.ts";
import { Scalars } from "./scalar.ts";
import { integer, Names, Scope } from "./scope.ts";
import { unroll } from "./unroll.ts";

/** How often each axis is unrolled: 1 where it is not named, its size for all of it. */
export type Tile = ReadonlyMap<Axis, number>;

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
 * an accumulator each; what is equal is computed once, where its innermost axis stands.
 */
export function lower(
  nest: Nest,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  tile: Tile,
): Lowered {
  return new Lowering(storages, batch, tile).nest(nest);
}

class Lowering {
  readonly #names = new Names();
  readonly #addresses: Addresses;
  readonly #scalars: Scalars;
  readonly #batch: ReadonlySet<Axis>;
  readonly #tile: Tile;

  constructor(storages: Storages, batch: ReadonlySet<Axis>, tile: Tile) {
    this.#batch = batch;
    this.#tile = tile;
    this.#addresses = new Addresses(storages, this.#names);
    this.#scalars = new Scalars(this.#addresses, this.#names);
  }

  nest({ axes, stores }: Nest): Lowered {
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
        scope.statements.push({ kind: "store", address, value });
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
    const within = (first: Index, count: number, inner: Scope) => {
      const places = Array.from({ length: count }, (_, j) => first.plus(j));
      const all = points.flatMap((point) => places.map((at) => new Map(point).set(axis, at)));
      this.#loops(rest, all, inner, act, clamp);
    };
    if (this.#unrolled(axis)) return within(constant(0), axis.size, scope);
    const name = this.#names.axis(axis);
    const spans = this.#spans(axis);
    if (spans.some((span) => span.resumes)) scope.statements.push({ kind: "counter", name });
    for (const { from, to, last, step, resumes } of spans) {
      const counter = new Axis(name, last - step + 1);
      const inner = new Scope(scope);
      this.#addresses.enter(counter, name, inner);
      const [point] = points;
      const limits =
        point && step === 1 && points.length === 1
          ? clamp(axis, new Map(point).set(axis, counter), inner)
          : undefined;
      within(counter, step, inner);
      scope.statements.push({
        kind: "loop",
        name,
        from: limits?.from ?? from,
        to: limits?.to ?? to,
        step,
        resumes,
        body: inner.statements,
      });
    }
  }

  /** The stretches an axis is walked in: in steps of its tile, then what is left one by one. */
  #spans(axis: Axis): readonly Span[] {
    const times = this.#factor(axis);
    if (this.#batch.has(axis)) {
      const span = { from: integer(0), to: { kind: "batch" } as const, last: axis.size };
      const single = { ...span, step: 1, resumes: times > 1 };
      return times > 1 ? [{ ...span, step: times, resumes: false }, single] : [single];
    }
    const main = axis.size - (axis.size % times);
    const stretch = (from: number, last: number, step: number): Span => ({
      from: integer(from),
      to: integer(last),
      last,
      step,
      resumes: false,
    });
    const rest = main < axis.size ? [stretch(main, axis.size, 1)] : [];
    return [stretch(0, main, times), ...rest];
  }

  /** Written out in full: no loop at all. */
  #unrolled(axis: Axis): boolean {
    return !this.#batch.has(axis) && this.#factor(axis) >= axis.size;
  }

  #factor(axis: Axis): number {
    return this.#tile.get(axis) ?? 1;
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
    for (const { key, e, name } of jobs) {
      const start = e.kind === "sum" ? 0 : -Infinity;
      scope.statements.push({
        kind: "accumulator",
        name,
        value: { kind: "number", value: start },
      });
      if (e.kind === "argmax")
        scope.statements.push({
          kind: "accumulator",
          name: `${name}at`,
          value: { kind: "number", value: 0 },
        });
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
          if (e.kind === "argmax") this.#win(e, name, value, point, inner);
          else
            inner.statements.push({
              kind: "update",
              name,
              value:
                e.kind === "sum"
                  ? { kind: "apply", fn: "add", args: [{ kind: "variable", name }, value] }
                  : { kind: "apply", fn: "max", args: [{ kind: "variable", name }, value] },
            });
        }
      },
      clamp,
    );
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

/** A stretch of an axis: bounds for the loop, its last place for what is known of indices. */
interface Span {
  readonly from: Integer;
  readonly to: Integer;
  readonly last: number;
  readonly step: number;
  readonly resumes: boolean;
}

/** Tighter bounds of a loop, from where its body is worth anything. */
export interface Clamp {
  readonly from: Integer;
  readonly to: Integer;
}

const isReduce = (e: Expr): e is Reduce => bound(e).length > 0;
