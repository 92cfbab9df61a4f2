import type { Expr, Tensor } from "../../src/tensor/expr.ts";
import { parts } from "../../src/tensor/walk.ts";

/** Knows what can be computed before any input is there: constants, and what is made of them alone. */
export class Ready {
  readonly tensors: Set<Tensor>;
  readonly #known = new Map<Expr, boolean>();

  constructor(constants: ReadonlySet<Tensor>) {
    this.tensors = new Set(constants);
  }

  /** To be said before a reader of the tensor is asked about. */
  add(tensor: Tensor): void {
    this.tensors.add(tensor);
  }

  readonly is = (e: Expr): boolean => {
    const known = this.#known.get(e);
    if (known !== undefined) return known;
    const own = e.kind === "read" ? this.tensors.has(e.tensor) : e.kind !== "extent";
    const found = own && parts(e).every(this.is);
    this.#known.set(e, found);
    return found;
  };
}
