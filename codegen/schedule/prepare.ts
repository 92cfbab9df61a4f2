import type { Tensor } from "../../src/tensor/expr.ts";
import { reads, within } from "../../src/tensor/walk.ts";
import type { Nest, Store } from "./group.ts";

/** Nests, those first that need not run at every call. */
export interface Prepared<N> {
  readonly nests: readonly N[];
  /** Which they are: they read nothing but constants and each other. */
  readonly prepared: readonly number[];
}

/**
 * Puts what depends on constants alone in front. A tensor that is written by several nests is prepared
 * by all of them or by none; `stay` names those that are none: outputs, into which an app may write,
 * and what there is of each sample.
 */
export function prepareFirst<N extends { readonly nest: Nest }>(
  nests: readonly N[],
  constants: ReadonlySet<Tensor>,
  stay: ReadonlySet<Tensor>,
): Prepared<N> {
  if (constants.size === 0) return { nests, prepared: [] };
  const open = openOf(
    nests.map(({ nest }) => nest),
    constants,
    stay,
  );
  const isOpen = ({ nest }: N) => nest.stores.some((s) => open.has(s.tensor));
  const first = nests.filter((n) => !isOpen(n));
  return { nests: [...first, ...nests.filter(isOpen)], prepared: [...first.keys()] };
}

/** What is written and depends on more than constants. */
function openOf(
  nests: readonly Nest[],
  constants: ReadonlySet<Tensor>,
  stay: ReadonlySet<Tensor>,
): ReadonlySet<Tensor> {
  const made = new Set(nests.flatMap(({ stores }) => stores.map((s) => s.tensor)));
  const open = new Set(stay);
  const isData = (tensor: Tensor) =>
    !constants.has(tensor) && (!made.has(tensor) || open.has(tensor));
  const isOpen = ({ tensor, body }: Store) =>
    open.has(tensor) ||
    reads(body).some((r) => isData(r.tensor)) ||
    [...within(body)].some((e) => e.kind === "extent");
  for (let before = -1; before < open.size;) {
    before = open.size;
    for (const { stores } of nests)
      if (stores.some(isOpen)) for (const { tensor } of stores) open.add(tensor);
  }
  return open;
}
