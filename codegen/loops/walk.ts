import { laws, rewrite } from "../../src/rewrite/rewrite.ts";
import { Axis, constant, type Index } from "../../src/tensor/axis.ts";
import type { Expr } from "../../src/tensor/expr.ts";
import { substitute } from "../../src/tensor/walk.ts";
import type { Nest } from "../schedule/group.ts";
import type { Addresses } from "./address.ts";
import { type Integer, laneCount } from "./loop.ts";
import { type Names, Scope } from "./scope.ts";
import { isLoop, type Span, type Spans } from "./spans.ts";
import { unroll } from "./unroll.ts";

/** Where the axes stand. */
export type Point = ReadonlyMap<Axis, Index>;

/** Tighter bounds of a loop, from where its body is worth anything. */
export interface Clamp {
  readonly from: Integer;
  readonly to: Integer;
}

interface Around {
  readonly nest: Nest;
  readonly spans: Spans;
  readonly addresses: Addresses;
  readonly names: Names;
  readonly threads: boolean;
}

/** Loops over axes, each in the stretches of its tile. */
export class Walk {
  readonly #around: Around;
  /** An axis for each number of lanes that count. */
  readonly #lanes = new Map<number, Axis>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** Loops over the axes that are not unrolled in full; `act` gets the tile's points. */
  over(
    axes: readonly Axis[],
    points: readonly Point[],
    scope: Scope,
    act: (points: readonly Point[], scope: Scope) => void,
    clamp: (axis: Axis, point: Point, scope: Scope) => Clamp | undefined = () => undefined,
  ): void {
    const { nest, spans: stretches, addresses, names, threads } = this.#around;
    const [axis, ...rest] = axes;
    if (!axis) return act(points, scope);
    const within = (first: Index, { step, vectors }: Span, inner: Scope) => {
      const places = vectors
        ? vectors.map((count, j) => first.plus(laneCount * j).plus(this.#lane(count)))
        : Array.from({ length: step }, (_, j) => first.plus(j));
      const all = points.flatMap((point) => places.map((at) => new Map(point).set(axis, at)));
      this.over(rest, all, inner, act, clamp);
    };
    const spans = stretches.of(axis);
    const mayDeal = threads && nest.axes.includes(axis);
    const apart = mayDeal && !nest.adds?.includes(axis);
    const looped = (span: Span) => isLoop(span) || (mayDeal && spans.length > 1);
    const name = spans.some(looped) ? names.axis(axis) : "";
    if (spans.some((span) => span.resumes)) scope.statements.push({ kind: "counter", name });
    for (const span of spans) {
      if (!looped(span)) {
        within(this.#start(axis).plus(span.first), span, scope);
        continue;
      }
      const { from, to, last, step, resumes } = span;
      const counter = new Axis(name, last - step + 1);
      const inner = new Scope(scope);
      addresses.enter(counter, name, inner, last - step);
      if (stretches.runsOn(axis)) addresses.runOn(counter);
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

  /** An expression at a point, with what is unrolled in full written out. */
  instance(body: Expr, point: Point): Expr {
    const { spans } = this.#around;
    return rewrite(
      unroll(substitute(body, point), (axis) => spans.unrolled(axis)),
      laws,
    );
  }

  /** 0: of an axis that runs on, a place of its own, so that it is known for one. */
  #start(axis: Axis): Index {
    const { spans, addresses } = this.#around;
    if (!spans.runsOn(axis)) return constant(0);
    const start = new Axis(axis.name, 1);
    addresses.runOn(start);
    return start;
  }

  #lane(count: number): Axis {
    const known = this.#lanes.get(count);
    if (known) return known;
    const axis = new Axis("lane", count);
    this.#around.addresses.lane(axis);
    this.#lanes.set(count, axis);
    return axis;
  }
}
