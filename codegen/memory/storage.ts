import { invariant } from "../../src/diagnostics.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { type Overhang, overhang } from "../../src/tensor/bounds.ts";
import { reads } from "../../src/tensor/walk.ts";
import type { Nest } from "../schedule/group.ts";

/** In which order the dimensions of a tensor lie, the outermost first: row-major unless said. */
export type Order = (tensor: Tensor) => readonly number[];

export const rowMajor: Order = ({ shape }) => shape.map((_, d) => d);

/** Channels, the second dimension, innermost: where vectors run along them. */
export const channelsLast: Order = ({ shape }) =>
  shape.length < 3 ? rowMajor({ name: "", shape }) : [0, ...shape.map((_, d) => d).slice(2), 1];

/** How a tensor lies in the arena: its dimensions in an order, a halo around it, at an offset. */
export interface Storage {
  readonly tensor: Tensor;
  readonly batched: boolean;
  /** Rows kept before and after each dimension, for readers that look beyond it. */
  readonly halo: readonly Overhang[];
  /** What the halo holds: what a read outside is worth. */
  readonly fill: number;
  /** Floats between neighbours along each dimension. */
  readonly strides: readonly number[];
  /** Floats of one sample, or of all when not batched. */
  readonly size: number;
}

export const haloed = (s: Storage): boolean => s.halo.some((h) => h.before + h.after > 0);

/** Floats from the start of the storage to its element 0. */
export const origin = (s: Storage): number =>
  s.halo.reduce((sum, h, d) => sum + h.before * (s.strides[d] ?? 0), 0);

/** No halo: what the app, the optimiser and safetensors see. */
export const compact = (tensor: Tensor, batched: boolean): Storage =>
  store(tensor, batched, [], 0, rowMajor(tensor));

/**
 * A storage for each tensor the nests read or write, its halo as wide as its widest reader needs, so
 * that no element is tested. Readers that want another value outside test for themselves.
 */
export function storages(
  nests: readonly Nest[],
  batched: ReadonlySet<Tensor>,
  fixed: ReadonlySet<Tensor>,
  order: Order,
): Map<Tensor, Storage> {
  const wants = new Map<Tensor, Map<number, Overhang[]>>();
  const tensors = new Set<Tensor>();
  for (const { stores } of nests)
    for (const { tensor, body } of stores) {
      tensors.add(tensor);
      for (const r of reads(body)) {
        tensors.add(r.tensor);
        const over = overhang(r.at, r.tensor.shape);
        if (fixed.has(r.tensor) || !over.some((o) => o.before + o.after > 0)) continue;
        const byValue = wants.get(r.tensor) ?? new Map<number, Overhang[]>();
        byValue.set(r.outside, widest(byValue.get(r.outside) ?? [], over));
        wants.set(r.tensor, byValue);
      }
    }
  const found = new Map<Tensor, Storage>();
  for (const tensor of tensors) {
    const [first] = wants.get(tensor) ?? [];
    const [fill, halo] = first ?? [0, []];
    const worth = first !== undefined && affordable(tensor, halo);
    const lies = fixed.has(tensor) ? rowMajor(tensor) : order(tensor);
    found.set(tensor, store(tensor, batched.has(tensor), worth ? halo : [], fill, lies));
  }
  return found;
}

/** Looks a tensor's storage up. */
export const storageIn =
  (found: ReadonlyMap<Tensor, Storage>) =>
  (tensor: Tensor): Storage => {
    const storage = found.get(tensor);
    invariant(storage, `${tensor.name} has no storage`);
    return storage;
  };

/** A halo may not make a tensor more than this much larger. */
const growth = 6;

function affordable(tensor: Tensor, halo: readonly Overhang[]): boolean {
  const factor = tensor.shape.reduce((f, size, d) => {
    const h = halo[d];
    return f * ((size + (h?.before ?? 0) + (h?.after ?? 0)) / size);
  }, 1);
  return factor <= growth;
}

const widest = (a: readonly Overhang[], b: readonly Overhang[]): Overhang[] =>
  b.map((o, d) => ({
    before: Math.max(o.before, a[d]?.before ?? 0),
    after: Math.max(o.after, a[d]?.after ?? 0),
  }));

function store(
  tensor: Tensor,
  batched: boolean,
  halo: readonly Overhang[],
  fill: number,
  order: readonly number[],
): Storage {
  const padded = tensor.shape.map((n, d) => n + (halo[d]?.before ?? 0) + (halo[d]?.after ?? 0));
  const strides: number[] = [];
  let stride = 1;
  for (const d of [...order].reverse()) {
    strides[d] = stride;
    if (!(batched && d === 0)) stride *= padded[d] ?? 1;
  }
  const all = tensor.shape.map((_, d) => halo[d] ?? { before: 0, after: 0 });
  return { tensor, batched, halo: all, fill, strides, size: stride };
}
