import type { Tensor } from "../../src/tensor/expr.ts";
import type { Definition, Program } from "../../src/tensor/program.ts";
import { reads } from "../../src/tensor/walk.ts";

/** The program without definitions that no output depends on. */
export function prune(program: Program): Program {
  const needed = new Set<Tensor>(program.outputs);
  const kept: Definition[] = [];
  for (const d of [...program.definitions].reverse()) {
    if (!needed.has(d.tensor)) continue;
    kept.unshift(d);
    for (const piece of d.pieces) for (const r of reads(piece.body)) needed.add(r.tensor);
  }
  return { ...program, definitions: kept };
}
