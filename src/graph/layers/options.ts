import { refuse } from "../../diagnostics.ts";
import type { Initial } from "../graph.ts";
import type { Initializer } from "../initializers.ts";
import { Tensor } from "../tensor.ts";

/** An option of a layer: what may be given for it, and what the layer makes of that. */
export interface Option<T> {
  /** Completes "must be …". */
  readonly takes: string;
  /** undefined: it must be given. */
  readonly fallback: T | undefined;
  /** May be left out although there is no fallback. */
  readonly optional?: true;
  /** The words among what it takes. */
  readonly words?: readonly string[];
  /** undefined: the value does not fit. */
  readonly read: (value: unknown) => T | undefined;
}

export type Declared = { readonly [name: string]: Option<any> }; // any: each option has its own type
export type Read<D extends Declared> = {
  readonly [K in keyof D]: D[K] extends Option<infer T> ? T : never;
};

type Pair = readonly [number, number];
type Sides = readonly [number, number, number, number];

/** The options by their declarations; refuses those that there are not and values that do not fit. */
export function readOptions<D extends Declared>(
  layer: string,
  given: unknown,
  declared: D,
): Read<D> {
  const names = Object.keys(declared);
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given)))
    refuse("KS102", `the options of ${layer} must be an object, but are ${show(given)}`, {
      choices: names,
    });
  const values = (given ?? {}) as { readonly [name: string]: unknown }; // an object, as just checked
  const stranger = Object.keys(values).find((name) => !Object.hasOwn(declared, name));
  if (stranger !== undefined)
    refuse("KS101", `${layer} has no option "${stranger}"`, {
      fix: `It takes ${names.join(", ")}.`,
      choices: names,
    });
  const entries = Object.entries(declared).map(([name, option]) => {
    const value = values[name];
    const found: unknown = value === undefined ? option.fallback : option.read(value);
    if (found === undefined && value !== undefined)
      refuse("KS102", `${name} must be ${option.takes}, but is ${show(value)}`, {
        ...(option.words ? { choices: option.words } : {}),
      });
    if (found === undefined && option.fallback === undefined && !option.optional)
      refuse("KS102", `${layer} needs ${name}: ${option.takes}`);
    return [name, found];
  });
  return Object.fromEntries(entries) as Read<D>; // one for each declared
}

/** A value as a message quotes it. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (typeof value === "function") return "a function";
  if (value instanceof Tensor) return "a tensor";
  if (value instanceof Promise) return "a promise";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

const isInteger = (value: unknown, least: number): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= least;
const isPair = (value: unknown, least: number): value is Pair =>
  Array.isArray(value) && value.length === 2 && value.every((n) => isInteger(n, least));
const atLeast = (least: number): string => (least === -Infinity ? "" : ` of at least ${least}`);

const option = <T>(
  takes: string,
  fallback: T | undefined,
  read: (value: unknown) => T | undefined,
): Option<T> => ({ takes, fallback, read });

/** May be left out, without a default of its own. */
export const maybe = <T>(inner: Option<T>): Option<T | undefined> => ({
  ...inner,
  optional: true,
});

export const integer = (least: number, fallback?: number): Option<number> =>
  option(`an integer${atLeast(least)}`, fallback, (v) => (isInteger(v, least) ? v : undefined));

/** A number, or [vertical, horizontal]. */
export const pair = (least: number, fallback?: Pair): Option<Pair> =>
  option(`an integer${atLeast(least)} or a pair of them`, fallback, (v) =>
    isInteger(v, least) ? [v, v] : isPair(v, least) ? v : undefined,
  );

const four = (value: unknown, least: number): Sides | undefined => {
  if (isInteger(value, least)) return [value, value, value, value];
  if (isPair(value, least)) return [value[0], value[1], value[0], value[1]];
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [top, left, bottom, right]: unknown[] = value;
  const fits = [top, left, bottom, right].every((n) => isInteger(n, least));
  return fits ? (value as unknown as Sides) : undefined; // four integers, as just checked
};

/** A number, [vertical, horizontal], or [top, left, bottom, right]. */
export const sides = (least: number, fallback?: Sides): Option<Sides> =>
  option(
    `an integer${atLeast(least)}, a pair or [top, left, bottom, right] of them`,
    fallback,
    (v) => four(v, least),
  );

/** The same, or a word: "same" depends on the size of the input. */
export const padding: Option<Sides | "same"> = {
  ...option(
    'an integer of at least 0, a pair or [top, left, bottom, right] of them, "same" or "valid"',
    [0, 0, 0, 0],
    (v) => (v === "same" ? "same" : v === "valid" ? [0, 0, 0, 0] : four(v, 0)),
  ),
  words: ["same", "valid"],
};

/** Along one axis: a number, [before, after], or a word. */
export const ends: Option<Pair | "same"> = {
  ...option(
    'an integer of at least 0, a pair [before, after] of them, "same" or "valid"',
    [0, 0],
    (v) =>
      v === "same"
        ? "same"
        : v === "valid"
          ? [0, 0]
          : isInteger(v, 0)
            ? [v, v]
            : isPair(v, 0)
              ? v
              : undefined,
  ),
  words: ["same", "valid"],
};

export const flag = (fallback: boolean): Option<boolean> =>
  option("true or false", fallback, (v) => (typeof v === "boolean" ? v : undefined));

export const real = (fallback?: number): Option<number> =>
  option("a finite number", fallback, (v) =>
    typeof v === "number" && Number.isFinite(v) ? v : undefined,
  );

export const positive = (fallback?: number): Option<number> =>
  option("a number above 0", fallback, (v) =>
    typeof v === "number" && Number.isFinite(v) && v > 0 ? v : undefined,
  );

export const notNegative = (fallback?: number): Option<number> =>
  option("a number of at least 0", fallback, (v) =>
    typeof v === "number" && Number.isFinite(v) && v >= 0 ? v : undefined,
  );

/** Decay rates of two averages. */
export const betas = (fallback: Pair): Option<Pair> =>
  option("two numbers of at least 0 and below 1", fallback, (v) =>
    Array.isArray(v) && v.length === 2 && v.every((b) => typeof b === "number" && b >= 0 && b < 1)
      ? [Number(v[0]), Number(v[1])]
      : undefined,
  );

/** At least one bound, below the other. */
export const within = (least: number, most: number, fallback?: number): Option<number> =>
  option(`a number from ${least} to ${most}`, fallback, (v) =>
    typeof v === "number" && v >= least && v <= most ? v : undefined,
  );

export const choice = <const T extends string>(
  words: readonly T[],
  fallback: NoInfer<T>,
): Option<T> => ({
  ...option(words.map((word) => `"${word}"`).join(" or "), fallback, (v) =>
    words.find((word) => word === v),
  ),
  words,
});

/** A list of integers. */
const integers = (least: number, fallback?: readonly number[]): Option<readonly number[]> =>
  option(
    `a list of integers${atLeast(least)}`,
    fallback,
    (v) => (Array.isArray(v) && v.every((n) => isInteger(n, least)) ? (v as number[]) : undefined), // as just checked
  );

/** A list of numbers. */
export const numbers = (least: number): Option<readonly number[]> =>
  option(`a list of numbers${atLeast(least)}`, undefined, (v) =>
    Array.isArray(v) && v.every((n) => Number.isFinite(n) && n >= least)
      ? (v as number[]) // as just checked
      : undefined,
  );

/** A name. */
export const word = (fallback?: string): Option<string> =>
  option("a word", fallback, (v) => (typeof v === "string" && v.trim() !== "" ? v : undefined));

/** One integer, or a list of them. */
export const integersOrOne = (
  least: number,
  fallback?: readonly number[],
): Option<readonly number[]> => ({
  ...integers(least, fallback),
  takes: `an integer${atLeast(least)} or a list of them`,
  read: (v) => (isInteger(v, least) ? [v] : integers(least).read(v)),
});

/** What the parameters of a layer start as, given its fans. */
export const initializer = (fallback: Initializer): Option<Initializer> =>
  option("an initializer, as in heUniform() or zeros()", fallback, (v) =>
    typeof v === "function" && isInitial((v as Initializer)({ in: 1, out: 1 })) // any function may be tried
      ? (v as Initializer)
      : undefined,
  );

const kinds: readonly Initial["kind"][] = ["uniform", "normal", "constant"];
const isInitial = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  kinds.some((kind) => kind === (value as { kind?: unknown }).kind); // any object may be asked
