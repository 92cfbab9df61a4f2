import type { Tensor } from "../src/tensor/expr.ts";
import type { Program } from "../src/tensor/program.ts";
import { lower, type Lowered } from "./loops/lower.ts";
import { arena, type Arena, homeOf } from "./memory/arena.ts";
import type { Storage } from "./memory/storage.ts";
import { schedule, type Schedule } from "./schedule/schedule.ts";
import { comment } from "./schedule/comment.ts";
import { tileFor } from "./schedule/tile.ts";

/** One run of a program: its loop nests in order, and where everything lies. */
export interface Run {
  readonly schedule: Schedule;
  readonly arena: Arena;
  readonly kernels: readonly LoweredKernel[];
}

export interface LoweredKernel extends Lowered {
  /** The nodes whose definitions it computes. */
  readonly from: readonly string[];
  readonly writes: readonly Tensor[];
  /** Formulas and schedule, a line each. */
  readonly comment: readonly string[];
}

export interface RunOptions {
  readonly program: Program;
  readonly batched: ReadonlySet<Tensor>;
  readonly maxBatch: number;
  readonly fixed: ReadonlyMap<Tensor, number>;
  readonly inputs: readonly Tensor[];
  readonly base: number;
}

/** Program → loops in one arena. */
export function assemble(options: RunOptions): Run {
  const { program, maxBatch, fixed, inputs, base } = options;
  const planned = schedule(program, options.batched);
  const placed = arena({
    nests: planned.nests,
    batched: planned.batch.tensors,
    maxBatch,
    fixed,
    inputs,
    outputs: program.outputs.filter((t) => !fixed.has(t)),
    base,
  });
  const storages = (tensor: Tensor): Storage => homeOf(placed, tensor).storage;
  const kernels = planned.nests.map((nest) => {
    const tile = tileFor(nest, storages, planned.batch.axes);
    return {
      from: [...new Set(nest.stores.map((s) => s.from))],
      writes: nest.stores.map((s) => s.tensor),
      comment: comment(nest, tile),
      ...lower(nest, storages, planned.batch.axes, tile),
    };
  });
  return { schedule: planned, arena: placed, kernels };
}
