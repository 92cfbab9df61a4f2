import type { Tensor } from "../../src/tensor/expr.ts";
import type { Arena } from "./arena.ts";
import type { Lifetime } from "./place.ts";

/** What a tensor takes of the arena. */
export interface Use {
  readonly name: string;
  readonly floats: number;
}

/** What is in use of an arena, beside what has a fixed place there, at the moment when most is. */
export function fullest({ lifetimes }: Pick<Arena, "lifetimes">): readonly Use[] {
  const at = (k: number) => lifetimes.filter(({ from, to }) => from <= k && k <= to);
  const moments = new Set(lifetimes.map(({ from }) => from)); // it grows when something comes
  let most: readonly Lifetime<Tensor>[] = [];
  for (const k of moments) if (total(at(k)) > total(most)) most = at(k);
  return most.map(({ of, size }) => ({ name: of.name, floats: size }));
}

const total = (of: readonly Lifetime<Tensor>[]): number =>
  of.reduce((sum, { size }) => sum + size, 0);
