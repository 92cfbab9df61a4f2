import { invariant } from "../../src/diagnostics.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { reads } from "../../src/tensor/walk.ts";
import type { Nest } from "../schedule/group.ts";
import { type Lifetime, place } from "./place.ts";
import { compact, haloed, origin, type Storage } from "./storage.ts";

export interface Home {
  readonly storage: Storage;
  readonly offset: number;
}

/** Where every tensor of a run lies, and when its memory is in use. */
export interface Arena {
  readonly homes: ReadonlyMap<Tensor, Home>;
  readonly lifetimes: readonly Lifetime<Tensor>[];
  /** Floats up to the end of the last buffer. */
  readonly end: number;
  /** Haloed tensors with the nest before which the halo is to be filled; −1 for inputs. */
  readonly fills: readonly { readonly home: Home; readonly before: number }[];
}

export function homeOf(arena: Arena, tensor: Tensor): Home {
  const home = arena.homes.get(tensor);
  invariant(home, `${tensor.name} has no memory`);
  return home;
}

/** Where element 0 of a tensor is. */
export const elementZero = ({ storage, offset }: Home): number => offset + origin(storage);

export interface Demand {
  readonly nests: readonly Nest[];
  /** Nests that run once for many runs of the others: what those read of them stays. */
  readonly prepared: readonly number[];
  /** How each tensor that they read or write lies. */
  readonly storages: ReadonlyMap<Tensor, Storage>;
  readonly batched: ReadonlySet<Tensor>;
  readonly maxBatch: number;
  /** Tensors with a place of their own: parameters, gradients, scalars. */
  readonly fixed: ReadonlyMap<Tensor, number>;
  /** Copied in before the first nest. */
  readonly inputs: readonly Tensor[];
  /** Alive at the end, without a halo: the app looks at them. */
  readonly outputs: readonly Tensor[];
  readonly base: number;
}

/** One arena: a place for each storage. */
export function arena(demand: Demand): Arena {
  const { nests, batched, fixed } = demand;
  const found = new Map(demand.storages);
  for (const tensor of [...demand.inputs, ...demand.outputs])
    if (!found.has(tensor)) found.set(tensor, compact(tensor, batched.has(tensor)));
  const spans = lifetimes(demand);
  const kept = keptOf(demand);
  const free: Lifetime<Tensor>[] = [];
  for (const [tensor, storage] of found) {
    if (fixed.has(tensor)) continue;
    const all = { from: -1, to: nests.length };
    const span = kept.has(tensor) ? all : (spans.get(tensor) ?? all);
    const size = storage.size * (storage.batched ? demand.maxBatch : 1);
    free.push({ of: tensor, size, ...span });
  }
  const placement = place(free, demand.base);
  const homes = new Map<Tensor, Home>();
  for (const [tensor, storage] of found) {
    const offset = fixed.get(tensor) ?? placement.offsets.get(tensor) ?? 0;
    homes.set(tensor, { storage, offset });
  }
  const fills = [...homes.values()]
    .filter(({ storage }) => haloed(storage))
    .map((home) => ({ home, before: spans.get(home.storage.tensor)?.from ?? -1 }));
  return { homes, lifetimes: free, end: demand.base + placement.size, fills };
}

/** What prepared nests write and others read. */
function keptOf({ nests, prepared }: Demand): ReadonlySet<Tensor> {
  const first = new Set(prepared);
  const others = nests.filter((_, k) => !first.has(k)).flatMap(({ stores }) => stores);
  const read = new Set(others.flatMap((s) => reads(s.body)).map((r) => r.tensor));
  const written = prepared.flatMap((k) => nests[k]?.stores ?? []).map((s) => s.tensor);
  return new Set(written.filter((tensor) => read.has(tensor)));
}

/** From the first nest that writes a tensor to the last that reads it. */
function lifetimes({ nests, inputs, outputs }: Demand) {
  const spans = new Map<Tensor, { from: number; to: number }>();
  const touch = (tensor: Tensor, k: number) => {
    const span = spans.get(tensor);
    spans.set(tensor, { from: Math.min(span?.from ?? k, k), to: Math.max(span?.to ?? k, k) });
  };
  for (const tensor of inputs) touch(tensor, -1);
  for (const [k, { stores }] of nests.entries())
    for (const { tensor, body } of stores) {
      touch(tensor, k);
      for (const r of reads(body)) touch(r.tensor, k);
    }
  for (const tensor of outputs) touch(tensor, nests.length);
  return spans;
}
