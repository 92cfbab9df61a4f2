import { invariant } from "../../src/diagnostics.ts";
import { Axis, type Digit, Index, type Range } from "../../src/tensor/axis.ts";
import type { Tensor } from "../../src/tensor/expr.ts";
import { origin, type Storage } from "../memory/storage.ts";
import type { Affine, Lanes } from "./loop.ts";
import { affine, type Names, type Scope } from "./scope.ts";

/** How each tensor lies. Where, a kernel is told when it is called. */
export type Storages = (tensor: Tensor) => Storage;

/** A kernel's parameter: where element 0 of a tensor is, or its halo starts. */
export interface Pointer {
  readonly name: string;
  readonly tensor: Tensor;
}

/** Turns indices into integer variables, each computed in the loop of its innermost axis. */
export class Addresses {
  readonly storages: Storages;
  /** Of addresses: 1 counts floats, 4 bytes. */
  readonly #unit: number;
  /** Pointers are to the start of a storage, halo and all, and no part of an address is below 0. */
  readonly #whole: boolean;
  readonly #lanes = new Set<Axis>();
  /** Axes that run beyond their dimension, into the next ones: see simd/order.ts. */
  readonly #running = new Set<Axis>();
  readonly #pointers = new Map<Tensor, string>();
  readonly #names: Names;
  readonly #loops = new Map<Axis, { name: string; depth: number }>();
  /** Of loop counters and of quotients and remainders. */
  readonly #ranges = new Map<string, Range>();

  constructor(storages: Storages, names: Names, unit: number) {
    this.storages = storages;
    this.#names = names;
    this.#unit = unit;
    this.#whole = unit > 1;
  }

  /** The axis that counts the lanes of a vector: no loop runs over it. */
  lane(axis: Axis): void {
    this.#lanes.add(axis);
  }

  /** An axis that goes on beyond its dimension, where the next step of the axis around it leads. */
  runOn(axis: Axis): void {
    this.#running.add(axis);
  }

  /** Whether an index is inside of its tensor though its range does not show it. */
  runsOn(index: Index): boolean {
    return index.axes.some((axis) => this.#running.has(axis));
  }

  /** Whether it differs from lane to lane. */
  isVector(axes: Iterable<Axis>): boolean {
    for (const axis of axes) if (this.#lanes.has(axis)) return true;
    return false;
  }

  /** How much an index grows from lane to lane. */
  laneStep(index: Index): number {
    return index.axes.reduce((sum, axis) => {
      if (!this.#lanes.has(axis)) return sum;
      const step = index.step(axis);
      invariant(step !== undefined, "a digit of the lane");
      return sum + step;
    }, 0);
  }

  /** The elements that a vector stands for, unless it is one for all lanes. */
  lanes(tensor: Tensor, at: readonly Index[]): Lanes | undefined {
    const { strides } = this.storages(tensor);
    const step = at.reduce((sum, index, d) => sum + this.laneStep(index) * (strides[d] ?? 0), 0);
    const lane = at.flatMap((index) => index.axes).find((axis) => this.#lanes.has(axis));
    return lane && step !== 0 ? { step, count: lane.size } : undefined;
  }

  /** A loop whose counter is `axis`, up to `most`. */
  enter(axis: Axis, name: string, scope: Scope, most: number): void {
    this.#loops.set(axis, { name, depth: scope.depth });
    this.#ranges.set(name, { least: 0, most });
  }

  knows(axis: Axis): boolean {
    return this.#loops.has(axis);
  }

  /** The scope of the innermost of the axes. */
  home(axes: Iterable<Axis>, scope: Scope): Scope {
    let depth = 0;
    for (const axis of axes) depth = Math.max(depth, this.#loops.get(axis)?.depth ?? 0);
    return scope.at(depth);
  }

  /** In the order in which the kernel first needs them. */
  get pointers(): Pointer[] {
    return [...this.#pointers].map(([tensor, name]) => ({ name, tensor }));
  }

  /** Where tensor[at] lies in the arena. */
  of(tensor: Tensor, at: readonly Index[], scope: Scope): Affine {
    const storage = this.storages(tensor);
    const { strides } = storage;
    const start = {
      ...affine(this.#pointer(tensor)),
      offset: this.#whole ? origin(storage) * this.#unit : 0,
    };
    const whole = at.reduce(
      (sum, index, d) => plus(sum, this.affine(index, scope), (strides[d] ?? 0) * this.#unit),
      start,
    );
    return this.#based(whole, scope);
  }

  #pointer(tensor: Tensor): string {
    const name = this.#pointers.get(tensor) ?? this.#names.pointer(tensor.name);
    this.#pointers.set(tensor, name);
    return name;
  }

  /** The index in loop counters and integer variables. */
  affine(index: Index, scope: Scope): Affine {
    return index.terms.reduce<Affine>(
      (sum, { atom, by }) =>
        this.#isNowhere(atom as Axis) ? sum : plus(sum, affine(this.#atom(atom, scope)), by), // a Digit is in no set of axes
      { terms: [], offset: index.offset },
    );
  }

  /** A lane, or a start that no loop moves: neither adds to an address. */
  #isNowhere(axis: Axis): boolean {
    return this.#lanes.has(axis) || (this.#running.has(axis) && !this.#loops.has(axis));
  }

  #atom(atom: Axis | Digit, scope: Scope): string {
    if (atom instanceof Axis) {
      const loop = this.#loops.get(atom);
      invariant(loop, `no loop runs over ${atom.name}`);
      return loop.name;
    }
    const home = this.home(atom.of.axes, scope);
    const known = home.integers.get(atom.key);
    if (known) return known;
    const of = this.affine(atom.of, home);
    const name = this.#names.fresh("i");
    const whole = atom.of.range.least >= 0;
    this.#ranges.set(name, new Index([{ atom, by: 1 }], 0).range);
    home.statements.push({
      kind: "integer",
      name,
      value: { kind: atom.kind, of, by: atom.by, whole },
    });
    home.integers.set(atom.key, name);
    return name;
  }

  /** The variable part of an address in one variable, built up from the outermost loop inwards. */
  #based(address: Affine, scope: Scope): Affine {
    const depthOf = (name: string) =>
      [...this.#loops.values()].filter((l) => l.name === name).at(-1)?.depth ??
      this.#integerDepth(name, scope);
    const byDepth = new Map<number, { name: string; by: number }[]>();
    for (const term of address.terms) {
      const depth = depthOf(term.name);
      byDepth.set(depth, [...(byDepth.get(depth) ?? []), term]);
    }
    let base: string | undefined;
    let lifted = 0;
    for (const depth of [...byDepth.keys()].sort((a, b) => a - b)) {
      const terms = [...(byDepth.get(depth) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
      const all = base ? [{ name: base, by: 1 }, ...terms] : terms;
      const below = this.#whole ? this.#below(terms) : 0;
      const [only] = all;
      if (all.length === 1 && only?.by === 1) {
        base = only.name;
        continue;
      }
      const home = scope.at(depth);
      const key = all.map((t) => `${t.by}*${t.name}`).join("+");
      lifted += below;
      const known = home.integers.get(key);
      if (known) base = known;
      else {
        base = this.#names.fresh("i");
        home.statements.push({
          kind: "integer",
          name: base,
          value: {
            kind: "affine",
            at: { terms: all, offset: below },
            whole: this.#whole,
          },
        });
        home.integers.set(key, base);
      }
    }
    return { terms: base ? [{ name: base, by: 1 }] : [], offset: address.offset - lifted };
  }

  /** How far terms may go below 0: added where they are, so that what is added later need not be tested. */
  #below(terms: Affine["terms"]): number {
    return terms.reduce((sum, { name, by }) => {
      const { least, most } = this.#ranges.get(name) ?? { least: 0, most: 0 }; // a pointer
      return sum - Math.min(by * least, by * most, 0);
    }, 0);
  }

  #integerDepth(name: string, scope: Scope): number {
    if ([...this.#pointers.values()].includes(name)) return 0;
    for (let s: Scope | undefined = scope; s; s = s.parent)
      for (const known of s.integers.values()) if (known === name) return s.depth;
    return scope.depth;
  }
}

const plus = (a: Affine, b: Affine, by: number): Affine => {
  const terms = new Map(a.terms.map((t) => [t.name, t.by]));
  for (const t of b.terms) terms.set(t.name, (terms.get(t.name) ?? 0) + t.by * by);
  return {
    terms: [...terms].filter(([, k]) => k !== 0).map(([name, by]) => ({ name, by })),
    offset: a.offset + b.offset * by,
  };
};
