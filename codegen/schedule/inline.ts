import { Axis, type Index, volume } from "../../src/tensor/axis.ts";
import type { Expr, Read, Tensor } from "../../src/tensor/expr.ts";
import { solve } from "../../src/tensor/gather.ts";
import type { Definition, Piece, Program } from "../../src/tensor/program.ts";
import {
  bound,
  boundWithin,
  parts,
  reads,
  rename,
  substitute,
  transform,
  within,
} from "../../src/tensor/walk.ts";
import { inside } from "./recall.ts";
import { largestWindow } from "./windows.ts";

/** A read, with the axes bound around it in its definition's body. */
interface Site {
  readonly definition: Definition;
  readonly piece: Piece;
  readonly read: Read;
  readonly around: readonly Expr[];
}

/**
 * Definitions that need no memory of their own are computed where they are read:
 *
 * - what only moves elements, wherever it is read;
 * - what is read by one kernel, each element at most once, so that nothing is computed twice: an
 *   activation after a convolution, a convolution under a pool whose windows do not overlap.
 *
 * `keep` names tensors that must be in memory: outputs.
 */
export function inline(program: Program, keep: ReadonlySet<Tensor>): Program {
  let definitions = program.definitions;
  for (let k = definitions.length - 1; k >= 0; k--) {
    const d = definitions[k];
    const [piece] = d?.pieces ?? [];
    if (!d || !piece || d.pieces.length > 1 || keep.has(d.tensor) || !covers(piece)) continue;
    const sites = sitesOf(definitions, d.tensor);
    if (!sites.every((s) => inside(s.read))) continue;
    if (!moves(piece.body) && !readOnce(piece, sites, definitions)) continue;
    definitions = definitions
      .filter((other) => other !== d)
      .map((other) => replaced(other, d, piece));
  }
  return { ...program, definitions };
}

const covers = (piece: Piece): boolean => piece.at.every((index, d) => index === piece.axes[d]);

const moves = (body: Expr): boolean => body.kind === "read" || body.kind === "number";

const isSum = (body: Expr): boolean => [...within(body)].some((e) => e.kind === "sum");

function readOnce(
  piece: Piece,
  sites: readonly Site[],
  definitions: readonly Definition[],
): boolean {
  const [first] = sites;
  if (!first) return false;
  if (!sites.every((s) => s.piece === first.piece || sameLoops(s, first))) return false;
  if (!together(sites, definitions)) return false;
  const places = new Set(sites.map((s) => placeIn(s, first.piece.axes)));
  if (places.size > 1) return false;
  const reduces = [...within(piece.body)].some((e) => bound(e).length > 0);
  return sites.every(
    (s) =>
      injective(s) &&
      (!reduces || s.around.every((e) => e.kind !== "sum" && volume(bound(e)) <= largestWindow)),
  );
}

/** Nothing that the later readers need is made after the first: one kernel can serve them all. */
function together(sites: readonly Site[], definitions: readonly Definition[]): boolean {
  const readers = new Set(sites.map((s) => s.definition));
  const start = definitions.findIndex((d) => readers.has(d));
  const late = new Set(definitions.slice(start).map((d) => d.tensor));
  return [...readers].every((d) =>
    d.pieces.every((p) => reads(p.body).every((r) => !late.has(r.tensor))),
  );
}

/** Two pieces that one loop nest can write: axes of the same sizes. */
const sameLoops = (a: Site, b: Site): boolean =>
  a.piece.axes.length === b.piece.axes.length &&
  a.piece.axes.every((axis, i) => axis.size === b.piece.axes[i]?.size);

/** Where a site reads, said in the axes of another piece. */
function placeIn({ piece, read }: Site, axes: readonly Axis[]): string {
  const values = new Map(piece.axes.map((axis, i) => [axis, axes[i] ?? axis] as const));
  return read.at.map((index) => index.at(values).key).join();
}

/** No two points of the reader's axes read one element. */
function injective({ piece, read, around }: Site): boolean {
  const own = [...piece.axes, ...around.flatMap((e) => bound(e))];
  const target = read.tensor.shape.map((size) => new Axis("t", size));
  const { open } = solve(read.at, own, piece.axes, target);
  return open.every((axis) => axis.size === 1);
}

function sitesOf(definitions: readonly Definition[], tensor: Tensor): Site[] {
  const found: Site[] = [];
  for (const definition of definitions)
    for (const piece of definition.pieces) {
      if (!reads(piece.body).some((r) => r.tensor === tensor)) continue;
      const visit = (e: Expr, around: readonly Expr[]): void => {
        if (e.kind === "read") {
          if (e.tensor === tensor) found.push({ definition, piece, read: e, around });
          return;
        }
        const inner = bound(e).length > 0 ? [...around, e] : around;
        for (const part of parts(e)) visit(part, inner);
      };
      visit(piece.body, []);
    }
  return found;
}

/** The definition with every read of the other's tensor replaced by what it is worth there. */
function replaced(d: Definition, other: Definition, piece: Piece): Definition {
  const { tensor } = other;
  if (!d.pieces.some((p) => reads(p.body).some((r) => r.tensor === tensor))) return d;
  const taken = new Set(d.pieces.flatMap((p) => boundWithin(p.body)));
  const clash = boundWithin(piece.body).some((axis) => taken.has(axis));
  const known = new Map<string, Expr>();
  const change = (e: Expr): Expr => {
    if (e.kind !== "read" || e.tensor !== tensor) return e;
    const key = e.at.map((index) => index.key).join();
    const values = new Map<Axis, Index>(piece.axes.map((axis, i) => [axis, e.at[i] ?? axis]));
    const made =
      known.get(key) ??
      substitute(known.size > 0 || clash ? rename(piece.body) : piece.body, values);
    known.set(key, made);
    return made;
  };
  const pieces = d.pieces.map((p) => ({ ...p, body: transform(p.body, change) }));
  // A kernel is called after the sum in it: "conv1", though it also rectifies and pools.
  return { ...d, pieces, from: isSum(piece.body) ? other.from : d.from };
}
