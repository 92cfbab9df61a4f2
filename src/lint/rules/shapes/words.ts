import type { Slide } from "../../windows.ts";

/** A map's sizes as one says them: "28 × 28 map", "sequence of 100". */
export const mapOf = (slides: readonly Slide[]): string => mapOfSizes(slides.map((s) => s.size));

export const mapOfSizes = (sizes: readonly number[]): string =>
  sizes.length === 1 ? `sequence of ${sizes[0]}` : `${sizes.join(" × ")} map`;

type Counted = readonly [count: number, line: Slide["line"]];

/** "2 rows and 3 columns", and "2 rows and columns" where there are as many of both. */
export function lines(counted: readonly Counted[]): string {
  const there = counted.filter(([count]) => count > 0);
  const [first] = there;
  if (!first) return "";
  const [count] = first;
  if (!there.every(([other]) => other === count))
    return there.map(([n, line]) => `${n} ${plural(n, line)}`).join(" and ");
  return `${count} ${there.map(([, line]) => plural(count, line)).join(" and ")}`;
}

/** "last row and column", "last 2 rows and 3 columns" */
export const last = (counted: readonly Counted[]): string =>
  `last ${lines(counted).replace(/\b1 /g, "")}`;

export const plural = (count: number, noun: string): string => (count === 1 ? noun : `${noun}s`);
