import type { Tensor } from "../src/tensor/expr.ts";
import type { Program } from "../src/tensor/program.ts";
import { lower, type Lowered } from "./loops/lower.ts";
import type { Tile } from "./loops/spans.ts";
import type { Precision, Target } from "./options.ts";
import { arena, type Arena, homeOf } from "./memory/arena.ts";
import {
  channelsLast,
  type Order,
  rowMajor,
  type Storage,
  storageIn,
  storages,
} from "./memory/storage.ts";
import type { Batch } from "./schedule/batch.ts";
import type { Nest } from "./schedule/group.ts";
import { hoist, type Hoisted } from "./schedule/hoist.ts";
import { prepareFirst } from "./schedule/prepare.ts";
import { schedule, type Schedule } from "./schedule/schedule.ts";
import { comment } from "./schedule/comment.ts";
import { tileFor } from "./schedule/tile.ts";
import { worthReading, worthwhile } from "./schedule/winograd/worthwhile.ts";
import { staged, vectorize } from "./simd/vectorize.ts";

/** One run of a program: its loop nests in order, and where everything lies. */
export interface Run {
  readonly schedule: Schedule;
  /** Nests that depend on constants alone: run once, they hold for many runs of the others. */
  readonly prepared: readonly number[];
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
  readonly target: Target;
  readonly precision: Precision;
  /** Kernels that may be dealt out among threads. */
  readonly threads?: boolean;
  /** Order of the axes of the app's images. */
  readonly layout: "nchw" | "nhwc";
  /** Tensors that stay as they are from call to call: parameters, where nothing trains them. */
  readonly constants: ReadonlySet<Tensor>;
}

/** Program → loops in one arena. */
export function assemble(options: RunOptions): Run {
  const { program, maxBatch, fixed, inputs, base, target, threads } = options;
  const planned = hoist(schedule(program, options.batched, quicker(options)), options.constants);
  const outputs = program.outputs.filter((t) => !fixed.has(t));
  const tiled = tile(planned, outputs, options);
  const { batch } = tiled;
  const stay = new Set([...program.outputs, ...batch.tensors]);
  const { nests, prepared } = prepareFirst(tiled.nests, options.constants, stay);
  const placed = arena({
    nests: nests.map(({ nest }) => nest),
    prepared,
    storages: tiled.storages,
    batched: batch.tensors,
    maxBatch,
    fixed,
    inputs,
    outputs,
    base,
  });
  const lies = (tensor: Tensor): Storage => homeOf(placed, tensor).storage;
  const kernels = nests.map(({ nest, tile }) => ({
    from: [...new Set(nest.stores.map((s) => s.from))],
    writes: nest.stores.map((s) => s.tensor),
    comment: comment(nest, tile),
    ...lower(nest, lies, batch.axes, tile, target, threads),
  }));
  const done = { ...planned, nests: placedNests(nests), batch };
  return { schedule: done, prepared, arena: placed, kernels };
}

/** Which convolutions go Winograd's way: in TypeScript, whose text grows by 20 kB, those of some size. */
const quicker = ({ precision, target }: RunOptions) =>
  precision === "strict" ? undefined : target === "wasm" ? worthwhile : worthReading;

interface Tiled {
  readonly nests: readonly { readonly nest: Nest; readonly tile: Tile }[];
  readonly storages: ReadonlyMap<Tensor, Storage>;
  readonly batch: Batch;
}

const placedNests = (nests: Tiled["nests"]): Nest[] => nests.map(({ nest }) => nest);

/** How every tensor lies and how every nest is walked, by the target's own rules. */
function tile(
  { nests, batch, constants }: Hoisted,
  outputs: readonly Tensor[],
  { fixed, inputs, target, layout, maxBatch }: RunOptions,
): Tiled {
  const bare = new Set([...fixed.keys(), ...outputs]);
  if (target === "ts") {
    const found = storages(nests, batch.tensors, bare, rowMajor);
    const lies = storageIn(found);
    const tiled = nests.map((nest) => ({ nest, tile: tileFor(nest, lies, batch.axes) }));
    return { nests: tiled, storages: found, batch };
  }
  const laid = staged(nests, inputs, batch);
  const given = new Set(inputs);
  const isImage = ({ shape }: Tensor) => layout === "nhwc" && shape.length === 4;
  const order: Order = (tensor) =>
    given.has(tensor) && !isImage(tensor) ? rowMajor(tensor) : channelsLast(tensor);
  const found = storages(laid.nests, laid.batch.tensors, bare, order);
  const made = vectorize(laid.nests, found, {
    batch: laid.batch.axes,
    maxBatch,
    constant: (tensor) => constants.has(tensor),
  });
  return { ...made, batch: laid.batch };
}
