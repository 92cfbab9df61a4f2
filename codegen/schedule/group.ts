import { type Axis, type Index } from "../../src/tensor/axis.ts";
import type { Expr, Read, Tensor } from "../../src/tensor/expr.ts";
import type { Piece, Program } from "../../src/tensor/program.ts";
import { boundWithin, reads, substitute, transform } from "../../src/tensor/walk.ts";

/** tensor[at] = body */
export interface Store {
  readonly tensor: Tensor;
  readonly at: readonly Index[];
  readonly body: Expr;
  readonly from: string;
}

/** What one loop nest over the axes writes. */
export interface Nest {
  readonly axes: readonly Axis[];
  readonly stores: readonly Store[];
  /** Axes over which the stores add to what is there: they are outermost. */
  readonly adds?: readonly Axis[];
  /** Steps of axes that stand for the axes around them too: see simd/order.ts. */
  readonly counts?: ReadonlyMap<Axis, number>;
  /** Where axes stand for others: the nest with all of its axes, as people read it. */
  readonly unmerged?: Nest;
}

/** Steps along an axis: more than it has where it stands for the axes around it too. */
export const stepsOf = ({ counts }: Nest, axis: Axis): number => counts?.get(axis) ?? axis.size;

/**
 * Definitions with equal axes share a loop nest where one reads, element by element, what the other
 * writes, or both read the same: the arg-max beside its maximum, an activation beside the value that
 * backward needs.
 */
export function group(program: Program): Nest[] {
  const nests: Growing[] = [];
  const writers = new Map<Tensor, Set<number>>();
  for (const d of program.definitions) {
    let before: { readonly axes: readonly Axis[]; readonly nest: number } | undefined;
    for (const piece of d.pieces) {
      const inputs = new Set(reads(piece.body).map((r) => r.tensor));
      const last = Math.max(-1, ...[...inputs].flatMap((t) => [...(writers.get(t) ?? [])]));
      let chosen = -1;
      // Pieces that were made together go together.
      if (before?.axes === piece.axes && nests[before.nest]?.takes(d.tensor, inputs))
        chosen = before.nest;
      for (let k = nests.length - 1; chosen < 0 && k >= Math.max(0, last); k--)
        if (nests[k]?.fits(d.tensor, piece, inputs)) chosen = k;
      const at = chosen < 0 ? nests.push(new Growing(piece.axes)) - 1 : chosen;
      nests[at]?.add(d.tensor, piece, d.from);
      writers.set(d.tensor, (writers.get(d.tensor) ?? new Set()).add(at));
      before = { axes: piece.axes, nest: at };
    }
  }
  return nests.map(({ axes, stores }) => ({ axes, stores }));
}

/** What a nest may write. */
const most = { tensors: 4, stores: 72 } as const;

/** A nest in the making, and what is asked of it again and again. */
class Growing {
  readonly axes: readonly Axis[];
  readonly stores: Store[] = [];
  readonly #written = new Map<Tensor, Map<string, Expr>>();
  readonly #inputs = new Set<Tensor>();
  readonly #places = new Set<string>();
  readonly #summed = new Set<Axis>();

  constructor(axes: readonly Axis[]) {
    this.axes = axes;
  }

  add(tensor: Tensor, piece: Piece, from: string): void {
    const values = this.#values(piece.axes);
    const body = this.#forwarded(substitute(piece.body, values));
    const at = piece.at.map((i) => i.at(values));
    this.stores.push({ tensor, at, body, from });
    const places = this.#written.get(tensor) ?? new Map<string, Expr>();
    this.#written.set(tensor, places.set(keyOf(at), body));
    for (const r of reads(body)) {
      this.#inputs.add(r.tensor);
      this.#places.add(placeOf(r));
    }
    for (const axis of boundWithin(body)) this.#summed.add(axis);
  }

  /** Another piece of what is written here already, of whose axes there is no doubt. */
  takes(tensor: Tensor, inputs: ReadonlySet<Tensor>): boolean {
    return this.#hasRoom(tensor) && ![...inputs].some((t) => this.#written.has(t));
  }

  fits(tensor: Tensor, { axes, body }: Piece, inputs: ReadonlySet<Tensor>): boolean {
    if (!this.#hasRoom(tensor) || axes.length !== this.axes.length) return false;
    if (axes.some((axis, i) => axis.size !== this.axes[i]?.size)) return false;
    const known = (t: Tensor) => this.#written.has(t) || this.#inputs.has(t);
    if (![...inputs].some(known)) return false;
    const here = substitute(body, this.#values(axes));
    const own = reads(here).filter((r) => this.#written.has(r.tensor));
    if (!own.every((r) => this.#written.get(r.tensor)?.has(keyOf(r.at)))) return false;
    // What a sum reads for each of its terms cannot be made in the same pass.
    return own.length > 0 ? boundWithin(here).length === 0 : this.#samePlace(here);
  }

  #hasRoom(tensor: Tensor): boolean {
    const tensors = this.#written.size + (this.#written.has(tensor) ? 0 : 1);
    return tensors <= most.tensors && this.stores.length < most.stores;
  }

  #values(axes: readonly Axis[]): ReadonlyMap<Axis, Index> {
    return new Map(axes.map((axis, i) => [axis, this.axes[i] ?? axis]));
  }

  /** Both read something at the same place, and nothing is summed over twice. */
  #samePlace(body: Expr): boolean {
    if (!reads(body).some((r) => this.#places.has(placeOf(r)))) return false;
    const axes = boundWithin(body);
    return axes.length === 0
      ? this.#summed.size === 0
      : axes.every((axis) => this.#summed.has(axis));
  }

  /** Reads of what the nest itself writes at the same place are that value. */
  #forwarded(body: Expr): Expr {
    return transform(body, (e) =>
      e.kind === "read" ? (this.#written.get(e.tensor)?.get(keyOf(e.at)) ?? e) : e,
    );
  }
}

const keyOf = (at: readonly Index[]): string => at.map((index) => index.key).join();
const placeOf = (r: Read): string => `${r.tensor.name},${keyOf(r.at)}`;
