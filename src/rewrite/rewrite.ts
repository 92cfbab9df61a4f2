import type { Expr } from "../tensor/expr.ts";
import type { Program } from "../tensor/program.ts";
import { rebuild } from "../tensor/walk.ts";
import { arithmetic, folding } from "./arithmetic.ts";
import type { Rule } from "./rule.ts";
import { sums } from "./sums.ts";

/** Told of every law that is used, with the expression before and after. */
export type Trace = (law: string, before: Expr, after: Expr) => void;

/** Applies the laws bottom up until none fits. */
export function rewrite(e: Expr, laws: readonly Rule[], trace?: Trace): Expr {
  const done = new Map<Expr, Expr>();
  const visit = (e: Expr): Expr => {
    const known = done.get(e);
    if (known) return known;
    let now = rebuild(e, visit);
    for (;;) {
      const changed = step(now, laws, trace);
      if (!changed) break;
      now = rebuild(changed, visit);
    }
    done.set(e, now);
    done.set(now, now);
    return now;
  };
  return visit(e);
}

function step(e: Expr, laws: readonly Rule[], trace?: Trace): Expr | undefined {
  for (const law of laws) {
    const after = law.apply(e);
    if (!after) continue;
    trace?.(law.law, e, after);
    return after;
  }
  return undefined;
}

export const laws: readonly Rule[] = [...arithmetic, ...folding, ...sums];

/** Every definition by the laws. */
export const simplify = (program: Program, trace?: Trace): Program => ({
  ...program,
  definitions: program.definitions.map((d) => ({
    ...d,
    pieces: d.pieces.map((p) => ({ ...p, body: rewrite(p.body, laws, trace) })),
  })),
});
