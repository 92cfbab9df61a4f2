import type { Axis } from "../../src/tensor/axis.ts";
import type { Affine, Integer, Statement, Value } from "./loop.ts";

/** A loop body in the making: what it has computed so far, and the loops around it. */
export class Scope {
  readonly statements: Statement[] = [];
  readonly values = new Map<number, Value>();
  readonly integers = new Map<string, string>();
  readonly parent: Scope | undefined;
  readonly depth: number;

  constructor(parent?: Scope) {
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
  }

  /** The value of an expression computed here or in a loop around. */
  known(key: number): Value | undefined {
    return this.values.get(key) ?? this.parent?.known(key);
  }

  /** The scope around this one, this one included, at a depth. */
  at(depth: number): Scope {
    return depth >= this.depth || !this.parent ? this : this.parent.at(depth);
  }
}

/** Names for a kernel's variables: a letter and a count, or the axis' own letter while it is free. */
export class Names {
  readonly #counts = new Map<string, number>();

  fresh(stem: string): string {
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    return `${stem}${count}`;
  }

  /** "conv1WeightAt" for "conv1.weight". */
  pointer(tensor: string): string {
    const words = tensor.match(/[A-Za-z0-9]+/g) ?? [];
    const camel = words.map((w, k) => (k === 0 ? w : w.charAt(0).toUpperCase() + w.slice(1)));
    const stem = `${camel.join("").replace(/^(?=[0-9])/, "t")}At`;
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    return count === 1 ? stem : `${stem}${count}`;
  }

  axis(axis: Axis): string {
    const stem = axis.name.replace(/[^A-Za-z]/g, "") || "i";
    const letter = reserved.has(stem) ? `${stem}_` : stem;
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return count === 1 ? letter : `${letter}${count}`;
  }
}

/** Taken by the kernel itself: its parameters, accumulators, loads, integers. */
const reserved: ReadonlySet<string> = new Set(["m", "v", "t", "i", "do", "if", "in", "of", "as"]);

export const affine = (name: string): Affine => ({ terms: [{ name, by: 1 }], offset: 0 });
export const integer = (offset: number): Integer => ({
  kind: "affine",
  at: { terms: [], offset },
});
