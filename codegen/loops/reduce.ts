import { invariant } from "../../src/diagnostics.ts";
import { laws, rewrite } from "../../src/rewrite/rewrite.ts";
import { type Axis, constant, type Index } from "../../src/tensor/axis.ts";
import type { Expr, Of } from "../../src/tensor/expr.ts";
import { bound, freeAxes, parts, substitute } from "../../src/tensor/walk.ts";
import type { Addresses } from "./address.ts";
import { clamps } from "./clamp.ts";
import type { Statement, Value } from "./loop.ts";
import type { Scalars } from "./scalar.ts";
import type { Names, Scope } from "./scope.ts";
import type { Spans } from "./spans.ts";
import type { Point, Walk } from "./walk.ts";

type Reduce = Of<"sum"> | Of<"greatest"> | Of<"argmax">;

interface Around {
  readonly walk: Walk;
  readonly spans: Spans;
  readonly scalars: Scalars;
  readonly addresses: Addresses;
  readonly names: Names;
}

/** Sums and maxima as loops that accumulate: those over the same axes share theirs. */
export class Reduces {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Runs the loops of every sum and maximum that the expressions are made of, and counts uses. */
  prepare(exprs: readonly Expr[], scope: Scope): void {
    const { scalars, addresses } = this.#around;
    const groups = new Map<string, { scope: Scope; reduces: Map<number, Reduce> }>();
    const seen = new Set<Expr>();
    const visit = (e: Expr): void => {
      if (seen.has(e)) return;
      seen.add(e);
      if (!isReduce(e)) return parts(e).forEach(visit);
      const key = scalars.key(e);
      if (scope.known(key)) return;
      const home = addresses.home(freeAxes(e), scope);
      const signature = `${e.kind} ${home.depth} ${bound(e)
        .map((axis) => axis.key)
        .join()}`;
      const group = groups.get(signature) ?? { scope: home, reduces: new Map<number, Reduce>() };
      group.reduces.set(key, e);
      groups.set(signature, group);
    };
    exprs.forEach(visit);
    for (const group of groups.values()) this.#reduce(group.reduces, group.scope);
    scalars.count(exprs);
  }

  /** acc = Σ body for every reduce of the group, in one set of loops. */
  #reduce(reduces: ReadonlyMap<number, Reduce>, scope: Scope): void {
    const { walk, spans, scalars, addresses, names } = this.#around;
    const jobs = [...reduces].map(([key, e]) => ({ key, e, name: names.fresh("s") }));
    const [first] = jobs;
    invariant(first, "a group without sums");
    const accumulate = (name: string, value: number, vector: boolean) =>
      scope.statements.push({
        kind: "accumulator",
        name,
        value: { kind: "number", value },
        vector,
      });
    const across = bound(first.e).some((axis) => spans.inLanes(axis));
    for (const { key, e, name } of jobs) {
      const vector = addresses.isVector(freeAxes(e));
      accumulate(name, startOf(e), vector);
      if (e.kind === "argmax") accumulate(`${name}at`, 0, vector);
      if (across) accumulate(`${name}v`, startOf(e), true);
      const result = e.kind === "argmax" ? `${name}at` : name;
      scope.values.set(key, { kind: "variable", name: result, finite: true });
    }
    const only = jobs.length === 1 ? first.e : undefined;
    const clamp = (axis: Axis, point: Point, inner: Scope) =>
      only &&
      clamps(rewrite(substitute(only.body, point), laws), point.get(axis), addresses, inner);
    walk.over(
      bound(first.e),
      [new Map()],
      scope,
      (points, inner) => {
        const work = points.flatMap((point) =>
          jobs.map((job) => ({ ...job, point, body: walk.instance(job.e.body, point) })),
        );
        this.prepare(
          work.map((w) => w.body),
          inner,
        );
        for (const { e, name, body, point } of work) {
          const value = scalars.value(body, inner);
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
    return [...point.values()].some((index) => this.#around.addresses.isVector(index.axes));
  }

  /** The first greatest so far, and where it stands. */
  #win(e: Of<"argmax">, name: string, value: Value, point: Point, inner: Scope): void {
    const { addresses, names } = this.#around;
    const candidate = names.fresh("v");
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
          { kind: "integer", at: addresses.affine(position, inner) },
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

const isReduce = (e: Expr): e is Reduce => bound(e).length > 0;

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
