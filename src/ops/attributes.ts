/** An option of an op: what it is when not given, and what is wrong with a value, in words. */
export interface Attr<T> {
  /** undefined: it must be given. */
  readonly fallback: T | undefined;
  readonly check: (value: T) => string | undefined;
  /** What it takes, for documentation and messages. */
  readonly takes: string;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

const attr = <T>(fallback: T | undefined, takes: string, fits: (value: T) => boolean): Attr<T> => ({
  fallback,
  takes,
  check: (value) => (fits(value) ? undefined : `must be ${takes}, but is ${show(value)}`),
});

const isInteger = (least: number) => (v: unknown) =>
  typeof v === "number" && Number.isSafeInteger(v) && v >= least;
const isNumber = (v: unknown) => typeof v === "number" && !Number.isNaN(v);

export const integer = (fallback?: number, least = -Infinity): Attr<number> =>
  attr(
    fallback,
    least === -Infinity ? "an integer" : `an integer of at least ${least}`,
    isInteger(least),
  );
export const real = (fallback?: number): Attr<number> => attr(fallback, "a number", isNumber);
/** What is divided by. */
export const nonzero = (fallback?: number): Attr<number> =>
  attr(fallback, "a number other than 0", (v) => isNumber(v) && v !== 0);
export const realWithin = (fallback: number, least: number, below: number): Attr<number> =>
  attr(
    fallback,
    `a number of at least ${least} and below ${below}`,
    (v) => isNumber(v) && v >= least && v < below,
  );
export const flag = (fallback: boolean): Attr<boolean> =>
  attr(fallback, "true or false", (v) => typeof v === "boolean");
export const choice = <const T extends string>(
  options: readonly T[],
  fallback?: NoInfer<T>,
): Attr<T> => attr(fallback, options.map((o) => `"${o}"`).join(" or "), (v) => options.includes(v));

/** One integer for each of two dimensions: [rows, columns]. */
export const pair = (
  fallback: readonly [number, number] | undefined,
  least: number,
): Attr<readonly [number, number]> =>
  attr(
    fallback,
    `two integers of at least ${least}`,
    (v) => Array.isArray(v) && v.length === 2 && v.every(isInteger(least)),
  );

/** Rows or columns added on [top, left, bottom, right]. */
export const sides = (
  fallback: readonly [number, number, number, number] = [0, 0, 0, 0],
): Attr<readonly [number, number, number, number]> =>
  attr(
    fallback,
    "four integers of at least 0: top, left, bottom, right",
    (v) => Array.isArray(v) && v.length === 4 && v.every(isInteger(0)),
  );

export const integers = (fallback?: readonly number[]): Attr<readonly number[]> =>
  attr(fallback, "a list of integers", (v) => Array.isArray(v) && v.every(isInteger(-Infinity)));

/** A number that may be left out: −∞ or +∞ then, say. */
export const optionalReal = (): Attr<number | null> =>
  attr<number | null>(null, "a number or null", (v) => v === null || isNumber(v));

export const listOf = <T>(what: string, fits: (v: unknown) => boolean, fallback?: readonly T[]) =>
  attr<readonly T[]>(fallback, what, (v) => Array.isArray(v) && v.every(fits));

/** An integer that may be left out. */
export const optionalInteger = (least = -Infinity): Attr<number | null> =>
  attr<number | null>(
    null,
    `${least === -Infinity ? "an integer" : `an integer of at least ${least}`} or null`,
    (v) => v === null || isInteger(least)(v),
  );
