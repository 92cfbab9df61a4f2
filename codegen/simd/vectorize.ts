import { Axis } from "../../src/tensor/axis.ts";
import { overhang } from "../../src/tensor/bounds.ts";
import { read, type Read, type Tensor } from "../../src/tensor/expr.ts";
import { size } from "../../src/tensor/program.ts";
import { boundWithin, reads, transform } from "../../src/tensor/walk.ts";
import type { Storages } from "../loops/address.ts";
import type { Tile } from "../loops/spans.ts";
import { compact, type Storage, storageIn } from "../memory/storage.ts";
import type { Batch } from "../schedule/batch.ts";
import type { Nest } from "../schedule/group.ts";
import { stepAlong } from "./access.ts";
import { type Choice, choose, sumReads } from "./choose.ts";
import { ordered, sumsOrdered } from "./order.ts";
import { pack } from "./pack.ts";
import { inParts } from "./partial.ts";

export interface Vectorized {
  readonly nests: readonly { readonly nest: Nest; readonly tile: Tile }[];
  readonly storages: ReadonlyMap<Tensor, Storage>;
}

export interface Facts {
  readonly batch: ReadonlySet<Axis>;
  readonly maxBatch: number;
  /** Computed once for many calls: parameters, and what depends on nothing else. */
  readonly constant: (tensor: Tensor) => boolean;
}

/** Of a nest that reads nothing that could be packed. */
const nothing: Choice = { tile: { times: new Map() }, packs: [] };

/** A packed element must be read this often to pay for its copy. */
const reuse = 8;

/** Every nest with its vectors: what it reads across memory is packed, its loops go along memory. */
export function vectorize(
  nests: readonly Nest[],
  storages: ReadonlyMap<Tensor, Storage>,
  { batch, maxBatch, constant }: Facts,
): Vectorized {
  const all = new Map(storages);
  const lies = storageIn(all);
  const names = new Map<string, number>();
  const name = ({ name }: Tensor): string => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return `${name}.packed${count === 1 ? "" : count}`;
  };
  const made: { nest: Nest; tile: Tile }[] = [];
  const settle = (nest: Nest, first: readonly Axis[], last: readonly Axis[]) => {
    const lined = ordered(nest, lies, batch, first, last);
    const { tile } = choose({ nest: lined, storages: lies, batch, packable: () => false });
    made.push({ nest: lined, tile });
  };
  const parted = nests.flatMap((nest) => {
    const parts = inParts(nest, lies, batch, maxBatch, ({ name }) => `${name}.sums`);
    if (!parts) return [nest];
    all.set(parts.sums, compact(parts.sums, false));
    return [parts.zero, parts.add, parts.place];
  });
  for (const nest of parted) {
    const steps = (axis: Axis) => (batch.has(axis) ? maxBatch : axis.size);
    const work = count(axesOf(nest), steps);
    const packable = (r: Read) => {
      const own = new Set(r.at.flatMap((index) => index.axes));
      const fewer = work >= reuse * count(own, steps);
      return ![...own].some((axis) => batch.has(axis)) && (constant(r.tensor) || fewer);
    };
    const { tile, packs } = sumReads(nest).some(packable)
      ? choose({ nest, storages: lies, batch, packable })
      : nothing;
    const { lanes } = tile;
    if (!lanes || packs.length === 0) {
      settle(sumsOrdered(nest, lies, []), [], []);
      continue;
    }
    const sorted = sumsOrdered(nest, lies, packs);
    // Where the data lies along the lanes as well (a depthwise convolution), panels would tear it apart.
    const width = alongside(sorted, lanes, lies) ? lanes.size : (tile.times.get(lanes) ?? 4);
    const { copies, nests: halves } = pack(sorted, packs, lanes, width, name);
    for (const copy of copies) {
      for (const { tensor } of copy.stores) all.set(tensor, compact(tensor, false));
      settle(copy, [], []);
    }
    for (const { nest: half, panel, lane } of halves) {
      // A panel that stays in the cache while the samples pass is worth more than the samples.
      const large = packs.some((r) => size(r.tensor.shape) > panelsAtOnce);
      settle(half, panel && large ? [panel] : [], [lane]);
    }
  }
  return { nests: made, storages: all };
}

/** Whether something that is summed goes along the lanes as it is. */
const alongside = (nest: Nest, lanes: Axis, storages: Storages): boolean =>
  sumReads(nest).some((r) => stepAlong(r, lanes, storages) === 1);

/** Floats of packed weights that are not worth keeping in the cache from sample to sample. */
const panelsAtOnce = 65536;

const axesOf = (nest: Nest): Set<Axis> =>
  new Set([...nest.axes, ...nest.stores.flatMap((s) => boundWithin(s.body))]);

const count = (axes: Iterable<Axis>, steps: (axis: Axis) => number): number => {
  let n = 1;
  for (const axis of axes) n *= steps(axis);
  return n;
};

/**
 * Inputs that something looks beyond, or that have channels, are copied from how the app has them to
 * how kernels read them.
 */
export function staged(nests: readonly Nest[], inputs: readonly Tensor[], batch: Batch) {
  const tensors = new Set(batch.tensors);
  const axes = new Set(batch.axes);
  let now = nests;
  const copies: Nest[] = [];
  for (const input of inputs) {
    const sites = nests
      .flatMap((n) => n.stores.flatMap((s) => reads(s.body)))
      .filter((r) => r.tensor === input);
    const beyond = sites.some((r) =>
      overhang(r.at, input.shape).some((o) => o.before + o.after > 0),
    );
    if (!beyond && (input.shape.length < 3 || input.shape[1] === 1)) continue;
    if (sites.length === 0) continue;
    const laid: Tensor = { name: `${input.name}.laid`, shape: input.shape };
    const own = input.shape.map((steps, d) => new Axis(["n", "c", "h", "w"][d] ?? "i", steps));
    if (tensors.has(input)) {
      tensors.add(laid);
      if (own[0]) axes.add(own[0]);
    }
    copies.push({
      axes: own,
      stores: [{ tensor: laid, at: own, body: read(input, own), from: input.name }],
    });
    now = now.map((nest) => ({
      ...nest,
      stores: nest.stores.map((s) => ({
        ...s,
        body: transform(s.body, (e) =>
          e.kind === "read" && e.tensor === input ? { ...e, tensor: laid } : e,
        ),
      })),
    }));
  }
  return { nests: [...copies, ...now], batch: { tensors, axes } };
}
