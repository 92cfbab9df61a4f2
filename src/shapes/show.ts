import type { IsWide } from "./integer.ts";
import type { Shape } from "./tensor.ts";

/** "[16, 14, 14]", as sentences write a shape. */
export type Show<S extends Shape> = `[${List<S>}]`;

/** "16, 14, 14". */
export type List<S extends Shape> = S extends readonly [infer N extends number]
  ? ShowSize<N>
  : S extends readonly [infer N extends number, ...infer Rest extends Shape]
    ? `${ShowSize<N>}, ${List<Rest>}`
    : S extends readonly []
      ? ""
      : "…";

/** A size that is not known is a "?". */
export type ShowSize<N extends number> = IsWide<N> extends true ? "?" : `${N}`;

/** "a feature map [16, 5, 5]", "a vector [120]": what a person would call it. */
export type Describe<S extends Shape> = S["length"] extends 3
  ? `a feature map ${Show<S>}`
  : S["length"] extends 2
    ? `a sequence ${Show<S>}`
    : S["length"] extends 1
      ? `a vector ${Show<S>}`
      : S["length"] extends 0
        ? `a single number []`
        : Show<S>;
