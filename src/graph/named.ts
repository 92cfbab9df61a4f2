import type { Variable } from "./graph.ts";

/** The variables that names stand for: a name is that of a variable, or of the layer or block it is of. */
export const namedBy = (names: readonly string[], all: readonly Variable[]): readonly Variable[] =>
  all.filter(({ tensor }) =>
    names.some((name) => tensor.name === name || tensor.name.startsWith(`${name}.`)),
  );
