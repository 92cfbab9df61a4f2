import type { ts } from "ts-morph";
import type { Scope } from "./scope.ts";

/**
 * A value of the program that is followed: the host's own, so that arrays, numbers and the library's
 * functions are what they always are, or `unknown`.
 */
export type Value = unknown;

/** What the source alone does not tell. Whatever it touches is unknown too. */
export const unknown = Symbol("unknown");

/** A function of the user's, and where it was made. */
export interface Closure {
  readonly node: ts.FunctionLikeDeclaration;
  readonly scope: Scope;
  readonly self: Value;
  called: boolean;
  /** Given to code that is not followed. */
  handed: boolean;
}

const closures = new WeakMap<object, Closure>();
export const closureOf = (value: Value): Closure | undefined =>
  typeof value === "function" ? closures.get(value) : undefined;
export const asClosure = (run: (...args: Value[]) => Value, closure: Closure): Value => {
  closures.set(run, closure);
  return run;
};

/** What the followed program may call besides its own functions: told of the call it stands in. */
export type Special = (args: readonly Value[], site: ts.CallExpression | ts.NewExpression) => Value;
const specials = new WeakMap<object, Special>();
export const specialOf = (value: Value): Special | undefined =>
  typeof value === "function" ? specials.get(value) : undefined;
export function asSpecial(special: Special): Value {
  const named = () => unknown;
  specials.set(named, special);
  return named;
}

/** Functions with properties that a program may change: its classes. */
const open = new WeakSet<object>();
export function asOpen<T extends object>(value: T): T {
  open.add(value);
  return value;
}
export const isOpen = (value: Value): value is object =>
  typeof value === "function" && open.has(value);

/** Objects that are told of every expression that gives them. */
const watched = new WeakMap<object, (node: ts.Expression) => void>();
export function asWatched<T extends object>(value: T, told: (node: ts.Expression) => void): T {
  watched.set(value, told);
  return value;
}
export function watch(value: Value, node: ts.Expression): Value {
  if (isObject(value)) watched.get(value)?.(node);
  return value;
}
/** What shares its memory with another is watched as that is. */
export function watchedAs<T extends object>(other: object, value: T): T {
  const told = watched.get(other);
  return told ? asWatched(value, told) : value;
}

/** Objects that code which was not followed may have changed: their contents are unknown. */
const blurred = new WeakSet<object>();
/** The same for as long as functions are looked at that anyone may have called by then, one of them a changer. */
const suspected = new Set<object>();
export const isBlurred = (value: Value): boolean =>
  (isObject(value) || isOpen(value)) && (blurred.has(value) || suspected.has(value));

export function suspect(value: Value): void {
  if (isMutable(value) && !Object.isFrozen(value)) suspected.add(value);
}
export function trust(): void {
  suspected.clear();
  lost.clear();
}

/** Objects that may be what an unknown value is: what is written there may be written to them. */
const lost = new Set<object>();
export function lose(value: Value): void {
  if (isMutable(value) && !blurred.has(value)) lost.add(value);
}
/** Something unknown is changed. */
function blurLost(): void {
  const all = [...lost];
  lost.clear();
  for (const value of all) blur(value);
}

export const isObject = (value: Value): value is object =>
  typeof value === "object" && value !== null;

export const isPlain = (value: Value): value is { [name: string]: Value } => {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Objects that a program can change: those of others keep to themselves. */
const isMutable = (value: Value): value is object =>
  Array.isArray(value) ||
  isPlain(value) ||
  value instanceof Map ||
  value instanceof Set ||
  isOpen(value);

export function blur(value: Value, depth = 4): void {
  if (value === unknown && lost.size > 0) blurLost();
  if (!isMutable(value) || blurred.has(value)) return;
  if (!Object.isFrozen(value)) blurred.add(value);
  if (depth > 0) for (const part of partsOf(value)) blur(part, depth - 1);
}

/** The values inside of a container. */
function partsOf(value: object): readonly Value[] {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set || Array.isArray(value)) return [...value];
  return Object.values(value);
}

/** So many parts of a value are looked at. */
const parts = 1e6;

/** Whether anything in it is unknown, however deep: nothing of the library is asked with such a value. */
export function hasUnknown(value: Value, depth = 8, looked = { at: 0 }): boolean {
  if (value === unknown) return true;
  if (!isMutable(value)) return false;
  if (isBlurred(value) || depth === 0) return true;
  return partsOf(value).some((part) => ++looked.at > parts || hasUnknown(part, depth - 1, looked));
}

/** `throw`, on its way to a catch. */
export class Thrown {
  readonly value: Value;
  readonly node: ts.Node;
  constructor(value: Value, node: ts.Node) {
    this.value = value;
    this.node = node;
  }
}

/** Whether the rest of a function runs is not known: it ends here, with an unknown result. */
export class Uncertain {
  /** Whether it may well go on: what was followed up to here is right. */
  readonly goesOn: boolean;
  constructor(goesOn = false) {
    this.goesOn = goesOn;
  }
}

/** Too many steps or too deep: nothing more is followed. */
export class Exhausted {}
