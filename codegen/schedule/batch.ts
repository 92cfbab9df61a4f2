import { refuse } from "../../src/diagnostics.ts";
import type { Axis } from "../../src/tensor/axis.ts";
import { type Expr, number, type Tensor } from "../../src/tensor/expr.ts";
import type { Program } from "../../src/tensor/program.ts";
import { reads, transform } from "../../src/tensor/walk.ts";

/** Which tensors have the batch as their first axis, and which axes run over it. */
export interface Batch {
  readonly tensors: ReadonlySet<Tensor>;
  readonly axes: ReadonlySet<Axis>;
}

/**
 * Follows the batch from the inputs through the program: an axis that alone indexes the first
 * dimension of a batched tensor runs over the samples, and a tensor defined along such an axis is
 * batched itself, as is the adjoint of a batched tensor, though it may be the same for all samples.
 * An index that mixes the batch with something else has no meaning for a batch whose size is known at
 * run time only. `known` is what the same program was found to have before it was rewritten.
 */
export function followBatch(
  program: Program,
  inputs: ReadonlySet<Tensor>,
  known: Batch = { tensors: new Set(), axes: new Set() },
): Batch {
  const tensors = new Set([...inputs, ...known.tensors]);
  const axes = new Set(known.axes);
  for (const { tensor, pieces, from } of program.definitions) {
    if (tensor.adjointOf && tensors.has(tensor.adjointOf)) tensors.add(tensor);
    for (const { at, body } of pieces) {
      for (const r of reads(body)) {
        if (!tensors.has(r.tensor)) continue;
        const axis = r.at[0]?.axis;
        if (!axis) refuseMix(from, `reads ${r.tensor.name} across its batch axis`);
        axes.add(axis);
      }
      const first = at[0]?.axis;
      if (first && axes.has(first)) tensors.add(tensor);
    }
    for (const { at } of pieces) {
      const [first, ...others] = at;
      if (tensors.has(tensor) && first?.axis) axes.add(first.axis);
      const moved = first?.axis && tensors.has(tensor) ? others : at;
      if (moved.some((index) => index.axes.some((axis) => axes.has(axis))))
        refuseMix(from, "moves the batch axis");
      if (tensors.has(tensor) && !first?.axis) refuseMix(from, "has samples that are no sample's");
    }
  }
  return { tensors, axes };
}

function refuseMix(from: string, what: string): never {
  refuse("KS106", `${from} ${what}`, {
    node: from,
    fix: "The batch is a run-time count: each sample must be computed alone, or reduced over as a whole.",
  });
}

/** Sizes known now become numbers; what is left is the batch's. */
export const resolveExtents = (program: Program, batched: ReadonlySet<Tensor>): Program => {
  const resolve = (e: Expr): Expr =>
    e.kind === "extent" && !(e.dim === 0 && batched.has(e.tensor))
      ? number(e.tensor.shape[e.dim] ?? 1)
      : e;
  return {
    ...program,
    definitions: program.definitions.map((d) => ({
      ...d,
      pieces: d.pieces.map((p) => ({ ...p, body: transform(p.body, resolve) })),
    })),
  };
};
