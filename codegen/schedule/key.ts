import type { Axis, Index } from "../../src/tensor/axis.ts";
import { type Expr, row, type Table } from "../../src/tensor/expr.ts";

/** Numbers for expressions: equal expressions, up to the names of bound axes, get equal numbers. */
export class Keys {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<Expr, number>();

  of(e: Expr): number {
    const known = this.#known.get(e);
    if (known !== undefined) return known;
    const made = this.number(row(spelling, e, this));
    this.#known.set(e, made);
    return made;
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

const pair = (e: { kind: string; a: Expr; b: Expr }, keys: Keys) =>
  `${e.kind} ${keys.of(e.a)} ${keys.of(e.b)}`;
const bound = (e: { kind: string; over: readonly Axis[]; body: Expr }, keys: Keys) =>
  `${e.kind} ${e.over.map((axis) => axis.key).join()} ${keys.of(e.body)}`;
const list = (at: readonly Index[]) => at.map((index) => index.key).join();

const spelling: Table<[Keys], string> = {
  number: (e) => `number ${Object.is(e.value, -0) ? "-0" : e.value}`,
  read: (e) => `read ${e.tensor.name} ${e.outside} ${list(e.at)}`,
  index: (e) => `index ${e.at.key}`,
  extent: (e) => `extent ${e.tensor.name} ${e.dim}`,
  add: pair,
  mul: pair,
  div: pair,
  max: pair,
  min: pair,
  pow: pair,
  unary: (e, keys) => `${e.fn} ${keys.of(e.a)}`,
  compare: (e, keys) => `${e.is} ${keys.of(e.a)} ${keys.of(e.b)}`,
  where: (e, keys) => `where ${keys.of(e.when)} ${keys.of(e.then)} ${keys.of(e.otherwise)}`,
  guard: (e, keys) =>
    `guard ${e.conditions.map((c) => `${c.kind} ${c.index.key} ${c.kind === "within" ? c.below : c.by}`).join(";")} ${keys.of(e.body)}`,
  sum: bound,
  greatest: bound,
  argmax: bound,
  stop: (e, keys) => `stop ${keys.of(e.a)}`,
  random: (e, keys) => `random ${keys.of(e.seed)} ${e.at.key}`,
};
