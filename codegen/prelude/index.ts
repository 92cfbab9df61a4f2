import { invariant } from "../../src/diagnostics.ts";
import { erf } from "./erf.ts";
import { roundHalfEven } from "./round-half-even.ts";
import { uniform } from "./uniform.ts";

/**
 * What kernels may call beyond `Math`, as the TypeScript that stands in the module. Kept as text: a
 * function's own source would read differently from tsx, from dist and from a bundle.
 */
export const prelude = { erf, roundHalfEven, uniform };

/** The functions named, each once, in one order whatever the order of the names. */
export function preludeText(names: readonly string[]): string[] {
  const stranger = names.find((name) => !Object.hasOwn(prelude, name));
  invariant(stranger === undefined, `no prelude function is called ${stranger}`);
  return Object.entries(prelude)
    .filter(([name]) => names.includes(name))
    .map(([, text]) => text.trim());
}
