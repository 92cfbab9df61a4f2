import { type Axis, type Index } from "../../src/tensor/axis.ts";
import type { Expr, Tensor } from "../../src/tensor/expr.ts";
import type { Program } from "../../src/tensor/program.ts";
import { bound, reads, substitute, transform, within } from "../../src/tensor/walk.ts";

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
  /** Steps of axes that stand for the axes around them too: see merge.ts. */
  readonly counts?: ReadonlyMap<Axis, number>;
}

/**
 * Definitions with equal axes share a loop nest where one reads, element by element, what the other
 * writes, or both read the same: the arg-max beside its maximum, an activation beside the value that
 * backward needs.
 */
export function group(program: Program): Nest[] {
  const nests: { axes: readonly Axis[]; stores: Store[] }[] = [];
  const writers = new Map<Tensor, Set<number>>();
  for (const d of program.definitions)
    for (const piece of d.pieces) {
      const inputs = reads(piece.body).map((r) => r.tensor);
      const last = Math.max(-1, ...inputs.flatMap((t) => [...(writers.get(t) ?? [])]));
      let chosen = -1;
      for (let k = nests.length - 1; k >= Math.max(0, last); k--) {
        const nest = nests[k];
        if (nest && fits(nest, d.tensor, piece.axes, piece.body, inputs)) {
          chosen = k;
          break;
        }
      }
      const at = chosen < 0 ? nests.push({ axes: piece.axes, stores: [] }) - 1 : chosen;
      const nest = nests[at];
      if (!nest) continue;
      const values = new Map<Axis, Index>(
        piece.axes.map((axis, i) => [axis, nest.axes[i] ?? axis]),
      );
      const body = forwarded(substitute(piece.body, values), nest.stores);
      const store = { tensor: d.tensor, at: piece.at.map((i) => i.at(values)), body, from: d.from };
      nest.stores.push(store);
      writers.set(d.tensor, (writers.get(d.tensor) ?? new Set()).add(at));
    }
  return nests;
}

/** Stores that a nest may have; pieces of one definition stay together as far as these go. */
const most = { tensors: 4, pieces: 36 } as const;

function fits(
  nest: Nest,
  tensor: Tensor,
  axes: readonly Axis[],
  body: Expr,
  inputs: readonly Tensor[],
): boolean {
  const alone = nest.stores.every((s) => s.tensor === tensor);
  if (nest.stores.length >= (alone ? most.pieces : most.tensors)) return false;
  if (nest.axes.length !== axes.length) return false;
  if (axes.some((axis, i) => axis.size !== nest.axes[i]?.size)) return false;
  const values = new Map<Axis, Index>(axes.map((axis, i) => [axis, nest.axes[i] ?? axis]));
  const here = substitute(body, values);
  const written = new Set(nest.stores.map((s) => s.tensor));
  const pointwise = reads(here)
    .filter((r) => written.has(r.tensor))
    .every((r) =>
      nest.stores.some(
        (s) => s.tensor === r.tensor && s.at.every((index, d) => index.key === r.at[d]?.key),
      ),
    );
  if (!pointwise) return false;
  // What a sum reads for each of its terms cannot be made in the same pass.
  return inputs.some((t) => written.has(t)) ? reduces(here) === 0 : samePlace(nest, here);
}

/** Both read something at the same place, and only one of them has sums of its own. */
function samePlace(nest: Nest, body: Expr): boolean {
  const key = (r: { tensor: Tensor; at: readonly Index[] }) =>
    [r.tensor.name, ...r.at.map((i) => i.key)].join();
  const there = new Set(nest.stores.flatMap((s) => reads(s.body).map(key)));
  if (!reads(body).some((r) => there.has(key(r)))) return false;
  return reduces(body) === 0
    ? nest.stores.every((s) => reduces(s.body) === 0)
    : sameSums(nest, body);
}

const reduces = (e: Expr): number => [...within(e)].filter((part) => bound(part).length > 0).length;

/** Every sum of the body is one of the nest's too: nothing is looped over twice. */
function sameSums(nest: Nest, body: Expr): boolean {
  const axes = (e: Expr) => [...within(e)].flatMap((part) => bound(part));
  const there = new Set(nest.stores.flatMap((s) => axes(s.body)));
  return axes(body).every((axis) => there.has(axis));
}

/** Reads of what the nest itself writes at the same place are that value. */
const forwarded = (body: Expr, stores: readonly Store[]): Expr =>
  transform(body, (e) =>
    e.kind === "read" ? (stores.find((s) => s.tensor === e.tensor)?.body ?? e) : e,
  );
