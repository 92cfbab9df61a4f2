/** The least and the greatest value an index takes, both included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What an index is affine in: an axis, or one digit of another index. */
export type Atom = Axis | Digit;

export interface Term {
  readonly atom: Atom;
  readonly by: number;
}

/** ⌊of / by⌋ or of − by·⌊of / by⌋: what reshape and resize need beside affine indices. */
export interface Digit {
  readonly kind: "quotient" | "remainder";
  readonly of: Index;
  readonly by: number;
  readonly key: string;
}

/**
 * An integer that follows from the axes: offset + Σ by · atom.
 *
 * Indices are kept simple as they are built: terms with one atom are merged, digits that are certain
 * from the axes' sizes are gone, and k·⌊e/k⌋ + e mod k is e again. Equal keys mean equal indices.
 */
export class Index {
  readonly terms: readonly Term[];
  readonly offset: number;
  #key: string | undefined;
  #range: Range | undefined;

  constructor(terms: readonly Term[], offset: number) {
    this.terms = terms;
    this.offset = offset;
  }

  get key(): string {
    return (this.#key ??= [...this.terms.map((t) => `${t.by}${t.atom.key}`), this.offset].join(
      "+",
    ));
  }

  get range(): Range {
    return (this.#range ??= rangeOf(this));
  }

  plus(other: Index | number): Index {
    if (typeof other === "number")
      return other === 0 ? this : new Index(this.terms, this.offset + other);
    return combine([...this.terms, ...other.terms], this.offset + other.offset);
  }

  minus(other: Index | number): Index {
    return this.plus(typeof other === "number" ? -other : other.times(-1));
  }

  times(by: number): Index {
    if (by === 1) return this;
    if (by === 0) return constant(0);
    return new Index(
      this.terms.map((t) => ({ atom: t.atom, by: t.by * by })),
      this.offset * by,
    );
  }

  /** ⌊this / by⌋ */
  over(by: number): Index {
    if (by === 1) return this;
    const { whole, rest } = divide(this, by);
    const { least, most } = rest.range;
    if (Math.floor(least / by) === Math.floor(most / by)) return whole.plus(Math.floor(least / by));
    const only = loneDigit(rest);
    // ⌊⌊e/a⌋/b⌋ = ⌊e/ab⌋ and ⌊(e mod a)/b⌋ = ⌊e/b⌋ mod a/b when b divides a
    if (only?.kind === "quotient") return whole.plus(only.of.over(only.by * by));
    if (only?.kind === "remainder" && only.by % by === 0)
      return whole.plus(only.of.over(by).modulo(only.by / by));
    const common = rest.terms.reduce((g, t) => gcd(g, t.by), by);
    if (common > 1) {
      const scaled = new Index(
        rest.terms.map((t) => ({ atom: t.atom, by: t.by / common })),
        Math.floor(rest.offset / common),
      );
      return whole.plus(scaled.over(by / common));
    }
    return whole.plus(digit("quotient", rest, by));
  }

  /** this − by·⌊this / by⌋ */
  modulo(by: number): Index {
    if (by === 1) return constant(0);
    const { rest } = divide(this, by);
    const { least, most } = rest.range;
    if (Math.floor(least / by) === Math.floor(most / by))
      return rest.minus(by * Math.floor(least / by));
    const only = loneDigit(rest);
    if (only?.kind === "remainder" && only.by % by === 0) return only.of.modulo(by);
    return digit("remainder", rest, by);
  }

  /** The same index with axes replaced. */
  at(values: ReadonlyMap<Axis, Index>): Index {
    if (!this.axes.some((axis) => values.has(axis))) return this;
    return this.terms.reduce((sum, { atom, by }) => {
      if (atom instanceof Axis) return sum.plus((values.get(atom) ?? atom).times(by));
      const of = atom.of.at(values);
      return sum.plus((atom.kind === "quotient" ? of.over(atom.by) : of.modulo(atom.by)).times(by));
    }, constant(this.offset));
  }

  /** Every axis it depends on, each once. */
  get axes(): readonly Axis[] {
    const found = new Set<Axis>();
    for (const { atom } of this.terms)
      if (atom instanceof Axis) found.add(atom);
      else for (const axis of atom.of.axes) found.add(axis);
    return [...found];
  }

  /** The axis itself, when the index is nothing but one axis. */
  get axis(): Axis | undefined {
    const [only] = this.terms;
    return this.terms.length === 1 &&
      this.offset === 0 &&
      only?.by === 1 &&
      only.atom instanceof Axis
      ? only.atom
      : undefined;
  }

  /** How much the index grows when the axis grows by one; undefined where a digit depends on it. */
  step(axis: Axis): number | undefined {
    let by = 0;
    for (const { atom, by: k } of this.terms)
      if (atom === axis) by += k;
      else if (!(atom instanceof Axis) && atom.of.axes.includes(axis)) return undefined;
    return by;
  }

  /** Affine in its axes: no digit in it. */
  get affine(): boolean {
    return this.terms.every(({ atom }) => atom instanceof Axis);
  }
}

let made = 0;

/** A loop to be: a name for the reader, a size for the machine. An axis is the index that is itself. */
export class Axis extends Index {
  readonly name: string;
  readonly size: number;
  readonly #id: string;

  constructor(name: string, size: number) {
    super([], 0);
    this.name = name;
    this.size = size;
    this.#id = `·${name}${++made}`;
    (this as { terms: readonly Term[] }).terms = [{ atom: this, by: 1 }]; // an axis is its own term
  }

  override get key(): string {
    return this.#id;
  }
}

export const constant = (value: number): Index => new Index([], value);

/** The position in row-major order: lin([i,j,k]) = (i·sj + j)·sk + k. */
export function linear(at: readonly Index[], shape: readonly number[]): Index {
  return at.reduce((sum, index, d) => sum.times(shape[d] ?? 1).plus(index), constant(0));
}

/** The inverse of `linear`: the digits of a position in a shape. */
export function digits(position: Index, shape: readonly number[]): Index[] {
  let rest = position;
  const found: Index[] = [];
  for (let d = shape.length - 1; d > 0; d--) {
    const size = shape[d] ?? 1;
    found.unshift(rest.modulo(size));
    rest = rest.over(size);
  }
  if (shape.length > 0) found.unshift(rest);
  return found;
}

/** Points of the box that axes span. */
export const volume = (axes: readonly Axis[]): number => axes.reduce((n, axis) => n * axis.size, 1);

export const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** Row-major strides of a shape. */
export function strides(shape: readonly number[]): number[] {
  const found = shape.map(() => 1);
  for (let d = shape.length - 2; d >= 0; d--) found[d] = (found[d + 1] ?? 1) * (shape[d + 1] ?? 1);
  return found;
}

/** index = by·whole + rest, the rest without terms that are multiples of by. */
function divide(index: Index, by: number): { whole: Index; rest: Index } {
  const isWhole = (t: Term) => t.by % by === 0;
  const offset = Math.floor(index.offset / by);
  return {
    whole: new Index(
      index.terms.filter(isWhole).map((t) => ({ atom: t.atom, by: t.by / by })),
      offset,
    ),
    rest: new Index(
      index.terms.filter((t) => !isWhole(t)),
      index.offset - offset * by,
    ),
  };
}

function loneDigit(index: Index): Digit | undefined {
  const [only] = index.terms;
  const plain = index.terms.length === 1 && index.offset === 0 && only?.by === 1;
  return plain && !(only.atom instanceof Axis) ? only.atom : undefined;
}

function digit(kind: Digit["kind"], of: Index, by: number): Index {
  const sign = kind === "quotient" ? "/" : "%";
  return new Index([{ atom: { kind, of, by, key: `(${of.key}${sign}${by})` }, by: 1 }], 0);
}

/** Terms in one order, each atom once, quotient and remainder joined again. */
function combine(terms: readonly Term[], offset: number): Index {
  const byKey = new Map<string, Term>();
  for (const { atom, by } of terms) {
    const sum = (byKey.get(atom.key)?.by ?? 0) + by;
    if (sum === 0) byKey.delete(atom.key);
    else byKey.set(atom.key, { atom, by: sum });
  }
  for (const { atom, by } of byKey.values()) {
    if (atom instanceof Axis || atom.kind === "quotient") continue;
    const quotient = loneTerm(atom.of.over(atom.by));
    const other = quotient && byKey.get(quotient.key);
    if (!other || other.by !== by * atom.by) continue;
    byKey.delete(atom.key);
    byKey.delete(other.atom.key);
    return new Index([...byKey.values()], offset).plus(atom.of.times(by));
  }
  const sorted = [...byKey.values()].sort((a, b) => (a.atom.key < b.atom.key ? -1 : 1));
  return new Index(sorted, offset);
}

function loneTerm(index: Index): Atom | undefined {
  const [only] = index.terms;
  return index.terms.length === 1 && index.offset === 0 && only?.by === 1 ? only.atom : undefined;
}

function rangeOf(index: Index): Range {
  let least = index.offset;
  let most = index.offset;
  for (const { atom, by } of index.terms) {
    const r = atomRange(atom);
    least += by > 0 ? by * r.least : by * r.most;
    most += by > 0 ? by * r.most : by * r.least;
  }
  return { least, most };
}

function atomRange(atom: Atom): Range {
  if (atom instanceof Axis) return { least: 0, most: Math.max(0, atom.size - 1) };
  if (atom.kind === "remainder") return { least: 0, most: atom.by - 1 };
  const { least, most } = atom.of.range;
  return { least: Math.floor(least / atom.by), most: Math.floor(most / atom.by) };
}
