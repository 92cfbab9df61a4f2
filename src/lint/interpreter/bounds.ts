import { Exhausted, isBlurred, unknown, type Value } from "./values.ts";

/** More elements or characters than this are not looked at. */
export const most = 1e6;

/** A list or a text that is not beyond all bounds. */
export function bounded(value: Value): Value {
  if ((Array.isArray(value) || typeof value === "string") && value.length > most)
    throw new Exhausted();
  return value;
}

/** What the host does with a value, in steps of the program: it goes through a dozen parts meanwhile. */
export function weight(value: Value): number {
  if (Array.isArray(value) || typeof value === "string") return Math.ceil(value.length / 12);
  return value instanceof Map || value instanceof Set ? Math.ceil(value.size / 12) : 0;
}

/** Lists in lists deeper than this are not opened. */
const deepest = 8;

/** `flat`, list by list, so that it ends where there is too much. */
export function flat(of: readonly Value[], depth: Value = 1): Value {
  let made = of;
  for (let d = 0; d < Number(depth) && made.some(Array.isArray); d++) {
    if (d === deepest || made.some(isBlurred)) return unknown;
    const length = made.reduce<number>((n, x) => n + (Array.isArray(x) ? x.length : 1), 0);
    if (length > most) throw new Exhausted();
    made = made.flat();
  }
  return made === of ? [...of] : made;
}
