import type { Index } from "../../src/tensor/axis.ts";
import { certain } from "../../src/tensor/bounds.ts";
import {
  type Condition,
  type Expr,
  less,
  type Read,
  row,
  type Table,
  within,
} from "../../src/tensor/expr.ts";
import { bound, freeAxes, parts } from "../../src/tensor/walk.ts";
import { invariant } from "../../src/diagnostics.ts";
import { Keys } from "../schedule/key.ts";
import type { Addresses } from "./address.ts";
import type { Fn, Value } from "./loop.ts";
import type { Names, Scope } from "./scope.ts";

const number = (value: number): Value => ({ kind: "number", value });
const apply = (fn: Fn, ...args: readonly Value[]): Value => ({ kind: "apply", fn, args });

/** Turns expressions without sums into values: what is used twice gets a name, once per loop body. */
export class Scalars {
  readonly #addresses: Addresses;
  readonly #names: Names;
  readonly #keys = new Keys();
  readonly #uses = new Map<number, number>();
  /** Whether a branch on data costs more than a product: in JavaScript, where WebAssembly selects. */
  readonly blends: boolean;

  constructor(addresses: Addresses, names: Names, blends: boolean) {
    this.#addresses = addresses;
    this.#names = names;
    this.blends = blends;
  }

  key(e: Expr): number {
    return this.#keys.of(e);
  }

  /** Counts how often each part is asked for, parts of equal parts once. */
  count(exprs: readonly Expr[]): void {
    this.#uses.clear();
    const visit = (e: Expr): void => {
      const key = this.key(e);
      const before = this.#uses.get(key) ?? 0;
      this.#uses.set(key, before + 1);
      if (before === 0 && bound(e).length === 0) parts(e).forEach(visit);
    };
    exprs.forEach(visit);
  }

  value(e: Expr, scope: Scope, lazy = false): Value {
    const key = this.key(e);
    const known = scope.known(key);
    if (known) return known;
    invariant(bound(e).length === 0, "a sum that no loop computed");
    const home = this.#addresses.home(freeAxes(e), scope);
    const hoisted = home.depth < scope.depth && worthHoisting.has(e.kind);
    const shared = (this.#uses.get(key) ?? 0) > 1 && !cheap.has(e.kind);
    if (lazy || !(hoisted || shared)) return row(values, e, this, scope, lazy);
    const value = row(values, e, this, home, lazy);
    if (value.kind === "number" || value.kind === "variable") return value;
    const name = this.#names.fresh(value.kind === "load" ? "v" : "t");
    home.statements.push({ kind: "let", name, value });
    const variable: Value = { kind: "variable", name, finite: finite(value) };
    home.values.set(key, variable);
    return variable;
  }

  /** A load, or what it is worth outside where a test is needed. */
  read(e: Read, scope: Scope): Value {
    const storage = this.#addresses.storages(e.tensor);
    const open = e.at.flatMap((index, d): Condition[] => {
      const size = e.tensor.shape[d] ?? 1;
      const halo = storage.fill === e.outside ? storage.halo[d] : undefined;
      const before = halo?.before ?? 0;
      const wide = within(index.plus(before), size + before + (halo?.after ?? 0));
      const inside = within(index, size);
      return certain(wide) === true || !this.undecided(inside, scope) ? [] : [inside];
    });
    const address = this.#addresses.of(e.tensor, e.at, scope);
    const lanes = this.#addresses.lanes(e.tensor, e.at);
    const finite = Number.isFinite(storage.fill);
    const load: Value = { kind: "load", address, finite, ...(lanes ? { lanes } : undefined) };
    return open.length === 0
      ? load
      : apply("inside", this.test(open, scope), load, number(e.outside));
  }

  /** Neither certain nor said by the bounds of a loop around. */
  undecided(c: Condition, scope: Scope): boolean {
    if (certain(c) === true || this.#addresses.runsOn(c.index)) return false;
    return !(c.kind === "within" && scopeAssumes(scope, c.index.key, c.below));
  }

  test(conditions: readonly Condition[], scope: Scope): Value {
    return conditions
      .map((c) => {
        const at = this.index(c.index, scope);
        if (c.kind === "divides") {
          const quotient = apply("div", at, number(c.by));
          return apply("equal", apply("floor", quotient), quotient);
        }
        const { least, most } = c.index.range;
        const tests = [
          ...(least < 0 ? [apply("lessEqual", number(0), at)] : []),
          ...(most >= c.below ? [apply("less", at, number(c.below))] : []),
        ];
        return tests.length > 0 ? tests.reduce((a, b) => apply("and", a, b)) : number(1);
      })
      .reduce((a, b) => apply("and", a, b));
  }

  /** The value in a variable, so that it can be used more than once. */
  named(e: Expr, scope: Scope, lazy: boolean): Value {
    const found = this.value(e, scope, lazy);
    if (lazy || (found.kind !== "apply" && found.kind !== "load")) return found;
    const name = this.#names.fresh(found.kind === "load" ? "v" : "t");
    scope.statements.push({ kind: "let", name, value: found });
    const variable: Value = { kind: "variable", name, finite: finite(found) };
    scope.values.set(this.key(e), variable);
    return variable;
  }

  index(at: Index, scope: Scope): Value {
    const lanes = this.#addresses.laneStep(at);
    const integer = this.#addresses.affine(at, scope);
    return { kind: "integer", at: integer, ...(lanes === 0 ? undefined : { lanes }) };
  }
}

/**
 * Which of two numbers, without a branch: V8 predicts branches on data badly (5 ns against 0.5).
 * Exact for finite a and b; NaN in either stays NaN.
 */
const select = (when: Value, a: Value, b: Value): Value =>
  apply("add", apply("mul", a, when), apply("mul", b, apply("add", number(1), apply("neg", when))));

/** Loads, sums, numbers and their sums and products: 0 times it is 0, short of an overflow. */
const finite = (v: Value): boolean =>
  (v.kind === "variable" && v.finite === true) ||
  (v.kind === "number" && Number.isFinite(v.value)) ||
  (v.kind === "load" && v.finite) ||
  v.kind === "integer" ||
  (v.kind === "apply" &&
    (v.fn === "mul" ||
      v.fn === "add" ||
      v.fn === "neg" ||
      v.fn === "max" ||
      comparisons.has(v.fn)) &&
    v.args.every(finite));
const comparisons: ReadonlySet<Fn> = new Set(["less", "lessEqual", "equal"]);

/** Loop bounds that already say an index is inside: see clamp.ts. */
const scopeAssumes = (scope: Scope, index: string, size: number): boolean => {
  for (let s: Scope | undefined = scope; s; s = s.parent)
    if (s.integers.has(`assume ${index} ${size}`)) return true;
  return false;
};

const cheap: ReadonlySet<Expr["kind"]> = new Set(["number", "index", "extent"]);
const worthHoisting: ReadonlySet<Expr["kind"]> = new Set([
  "read",
  "unary",
  "div",
  "pow",
  "random",
  "mul",
  "add",
  "where",
]);

type Args = [Scalars, Scope, boolean];
const pair =
  (fn: Fn) =>
  (e: { readonly a: Expr; readonly b: Expr }, s: Scalars, scope: Scope, lazy: boolean): Value =>
    apply(fn, s.value(e.a, scope, lazy), s.value(e.b, scope, lazy));
const looped = (): Value => invariant(false, "a sum among scalars") as never;

const values: Table<Args, Value> = {
  number: (e) => number(e.value),
  read: (e, s, scope) => s.read(e, scope),
  index: (e, s, scope) => s.index(e.at, scope),
  extent: () => ({ kind: "batch" }),
  add: pair("add"),
  mul: pair("mul"),
  div: pair("div"),
  max(e, s, scope, lazy) {
    if (!s.blends) return apply("max", s.value(e.a, scope, lazy), s.value(e.b, scope, lazy));
    const a = s.named(e.a, scope, lazy);
    const b = s.named(e.b, scope, lazy);
    if (lazy || e.b.kind === "number" || !finite(a) || !finite(b)) return apply("max", a, b);
    return select(s.named(less(e.a, e.b), scope, lazy), b, a);
  },
  min: pair("min"),
  pow: pair("pow"),
  unary: (e, s, scope, lazy) => apply(e.fn, s.value(e.a, scope, lazy)),
  compare: (e, s, scope, lazy) => apply(e.is, s.value(e.a, scope, lazy), s.value(e.b, scope, lazy)),
  where(e, s, scope, lazy) {
    const then = s.value(e.then, scope, lazy);
    const otherwise = s.value(e.otherwise, scope, lazy);
    const blends =
      s.blends && !lazy && finite(then) && finite(otherwise) && e.when.kind === "compare";
    if (blends && otherwise.kind === "number" && otherwise.value === 0)
      return apply("mul", then, s.value(e.when, scope, lazy));
    return blends
      ? select(s.named(e.when, scope, lazy), then, otherwise)
      : apply("where", s.value(e.when, scope, lazy), then, otherwise);
  },
  // A guarded body may read what is not there: it is written where it is tested.
  guard(e, s, scope, lazy) {
    const open = e.conditions.filter((c) => s.undecided(c, scope));
    if (open.length === 0) return s.value(e.body, scope, lazy);
    return apply("inside", s.test(open, scope), s.value(e.body, scope, true), number(0));
  },
  sum: looped,
  greatest: looped,
  argmax: looped,
  stop: (e, s, scope, lazy) => s.value(e.a, scope, lazy),
  random: (e, s, scope, lazy) =>
    apply("random", s.value(e.seed, scope, lazy), s.index(e.at, scope)),
};
