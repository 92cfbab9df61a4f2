import type { Tensor } from "../../src/tensor/expr.ts";
import type { Program } from "../../src/tensor/program.ts";
import { simplify } from "../../src/rewrite/rewrite.ts";
import { type Batch, followBatch, resolveExtents } from "./batch.ts";
import { group, type Nest } from "./group.ts";
import { inline } from "./inline.ts";
import { normalize } from "./normalize.ts";
import { prune } from "./prune.ts";
import { share } from "./share.ts";
import { recall } from "./recall.ts";
import { winograd, type WinogradOptions } from "./winograd.ts";

export interface Schedule {
  readonly program: Program;
  readonly nests: readonly Nest[];
  readonly batch: Batch;
}

/**
 * Program → loop nests: what is computed where, which indices are affine, what shares loops. `quicker`
 * says which convolutions go Winograd's way.
 */
export function schedule(
  program: Program,
  batched: ReadonlySet<Tensor>,
  quicker?: WinogradOptions["choose"],
): Schedule {
  const batch = followBatch(program, batched);
  const keep = new Set(program.outputs);
  const known = simplify(resolveExtents(prune(program), batch.tensors));
  const fused = inline(prune(recall(share(known))), keep);
  const quick = quicker ? winograd(fused, { batched: batch.tensors, choose: quicker }) : fused;
  const affine = normalize(simplify(quick));
  const nests = group(prune(affine));
  return { program: affine, nests, batch: followBatch(affine, batched, batch) };
}
