import type { Axis } from "../../src/tensor/axis.ts";
import type { Nest } from "../schedule/group.ts";
import { Addresses, type Pointer, type Storages } from "./address.ts";
import type { Statement, Value } from "./loop.ts";
import { Reduces } from "./reduce.ts";
import { Scalars } from "./scalar.ts";
import { Names, Scope } from "./scope.ts";
import { Spans, type Tile } from "./spans.ts";
import { Walk } from "./walk.ts";

/** A kernel's body and what it has to be told: where each tensor is. */
export interface Lowered {
  readonly body: readonly Statement[];
  readonly pointers: readonly Pointer[];
}

/**
 * A nest as loops: loops over its axes, each in steps of its tile; inside, every store at every point
 * of the tile. Sums of the tile's points with the same axes share their loops (unroll and jam), with
 * an accumulator each; what is equal is computed once, where its innermost axis stands. For threads,
 * every stretch of an axis that is not unrolled is a loop, which may be dealt out among them.
 */
export function lower(
  nest: Nest,
  storages: Storages,
  batch: ReadonlySet<Axis>,
  tile: Tile,
  target: "ts" | "wasm",
  threads = false,
): Lowered {
  const names = new Names();
  const spans = new Spans(nest, batch, tile);
  const addresses = new Addresses(storages, names, target === "wasm" ? 4 : 1);
  const scalars = new Scalars(addresses, names, target === "ts");
  const walk = new Walk({ nest, spans, addresses, names, threads });
  const reduces = new Reduces({ walk, spans, scalars, addresses, names });
  const root = new Scope();
  walk.over(nest.axes, [new Map()], root, (points, scope) => {
    const work = nest.stores.flatMap((store) =>
      points.map((point) => ({
        tensor: store.tensor,
        at: store.at.map((index) => index.at(point)),
        body: walk.instance(store.body, point),
      })),
    );
    reduces.prepare(
      work.map((w) => w.body),
      scope,
    );
    // A store may take the place of what another store's value reads: all values come first.
    const alone = work.length === points.length;
    const values = alone ? [] : work.map((w) => scalars.named(w.body, scope, false));
    for (const [k, { tensor, at, body }] of work.entries()) {
      const value = values[k] ?? scalars.value(body, scope);
      const address = addresses.of(tensor, at, scope);
      const lanes = addresses.lanes(tensor, at);
      const along = lanes ? { lanes } : undefined;
      const there: Value = { kind: "load", address, finite: true, ...along };
      const whole: Value = nest.adds ? { kind: "apply", fn: "add", args: [there, value] } : value;
      scope.statements.push({ kind: "store", address, value: whole, ...along });
    }
  });
  return { body: root.statements, pointers: addresses.pointers };
}
