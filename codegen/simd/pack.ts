import { Axis, constant, type Index } from "../../src/tensor/axis.ts";
import { read, type Read, type Tensor } from "../../src/tensor/expr.ts";
import { boundWithin, substitute, transform } from "../../src/tensor/walk.ts";
import type { Nest, Store } from "../schedule/group.ts";

/** A nest and what it needs packed first, each nest before those that read it. */
export interface Packed {
  readonly copies: readonly Nest[];
  readonly nests: readonly {
    readonly nest: Nest;
    /** The axis that steps from panel to panel, and the one inside of a panel. */
    readonly panel?: Axis;
    readonly lane: Axis;
  }[];
}

/**
 * Copies what `packs` read into tensors of their own, in the order in which the nest reads it: a
 * panel for each step of `lanes` by `width`, in it the loops from the outermost to the innermost,
 * in them `width` lanes side by side. An axis that the width does not divide gives a nest for its
 * whole panels and one for the rest.
 */
export function pack(
  nest: Nest,
  packs: readonly Read[],
  lanes: Axis,
  width: number,
  name: (tensor: Tensor) => string,
): Packed {
  if (width >= lanes.size) {
    const { copies, nest: only } = withPanels(nest, packs, lanes, name);
    return { copies, nests: [{ nest: only, lane: lanes }] };
  }
  const whole = lanes.size - (lanes.size % width);
  const panel = new Axis(lanes.name, whole / width);
  const inner = new Axis(lanes.name, width);
  const rest = new Axis(lanes.name, lanes.size - whole);
  const parts = [
    whole === width
      ? { axes: [inner], lane: inner, at: inner as Index }
      : { axes: [panel, inner], panel, lane: inner, at: panel.times(width).plus(inner) },
    ...(rest.size > 0 ? [{ axes: [rest], lane: rest, at: rest.plus(whole) }] : []),
  ];
  const made = parts.map(({ axes, at, ...part }) => {
    const { nest: half, values } = along(nest, lanes, axes, at);
    const mine = packs.map((r) =>
      read(
        r.tensor,
        r.at.map((i) => i.at(values)),
        r.outside,
      ),
    );
    return { ...withPanels(half, mine, part.lane, name), part };
  });
  return {
    copies: made.flatMap((m) => m.copies),
    nests: made.map(({ nest, part }) => ({ nest, ...part })),
  };
}

/** The nest with one axis replaced by others; sums keep their axes. */
function along(nest: Nest, axis: Axis, axes: readonly Axis[], at: Index) {
  const values = new Map([[axis, at]]);
  const stores = nest.stores.map((s): Store => ({
    ...s,
    at: s.at.map((index) => index.at(values)),
    body: substitute(s.body, values),
  }));
  const all = nest.axes.flatMap((a) => (a === axis ? axes : [a]));
  return { nest: { ...nest, axes: all, stores }, values };
}

function withPanels(
  nest: Nest,
  packs: readonly Read[],
  lane: Axis,
  name: (tensor: Tensor) => string,
): { copies: Nest[]; nest: Nest } {
  const summed = new Set(nest.stores.flatMap((s) => boundWithin(s.body)));
  const known = new Map<string, Read>();
  const copies: Nest[] = [];
  for (const r of packs) {
    const key = keyOf(r);
    if (known.has(key)) continue;
    const own = new Set(r.at.flatMap((index) => index.axes));
    const order = [...nest.axes, ...summed].filter((axis) => own.has(axis) && axis !== lane);
    const from = [...order, lane];
    const axes = from.map((axis) => new Axis(axis.name, axis.size));
    const tensor: Tensor = { name: name(r.tensor), shape: axes.map((axis) => axis.size) };
    const values = new Map<Axis, Index>(from.map((axis, k) => [axis, axes[k] ?? constant(0)]));
    const body = read(
      r.tensor,
      r.at.map((index) => index.at(values)),
      r.outside,
    );
    copies.push({ axes, stores: [{ tensor, at: axes, body, from: r.tensor.name }] });
    known.set(key, read(tensor, from));
  }
  const stores = nest.stores.map((s) => ({
    ...s,
    body: transform(s.body, (e) => (e.kind === "read" ? (known.get(keyOf(e)) ?? e) : e)),
  }));
  return { copies, nest: { ...nest, stores } };
}

const keyOf = (r: Read): string =>
  [r.tensor.name, r.outside, ...r.at.map((index) => index.key)].join();
