import type { Integer, Loop, Statement } from "../loops/loop.ts";

/** Statements run by one call, above which a kernel is split, and below which a call costs too much. */
const limits = { most: 30_000, least: 500 } as const;

/**
 * The loops of a kernel that become functions: V8 replaces no function of WebAssembly while it runs,
 * so that the first call of one that runs for long would run in its slow form to the end.
 */
export function rows(body: readonly Statement[]): ReadonlySet<Loop> {
  const found = new Set<Loop>();
  const visit = (statements: readonly Statement[]): void => {
    for (const s of statements) {
      if (s.kind !== "loop" || !stores(s.body)) continue;
      const cost = costOf([s]);
      const nested = s.body.some((inner) => inner.kind === "loop" && stores(inner.body));
      if (goesOn(s) || (cost > limits.most && nested)) visit(s.body);
      else if (cost >= limits.least) found.add(s);
    }
  };
  if (costOf(body) > limits.most) visit(body);
  return found;
}

/** Another loop starts where this one stops: they share a counter. */
const goesOn = ({ to, step, resumes }: Loop): boolean =>
  resumes || (to.kind === "batch" && step > 1);

const stores = (body: readonly Statement[]): boolean =>
  body.some((s) => s.kind === "store" || (s.kind === "loop" && stores(s.body)));

const costOf = (body: readonly Statement[]): number =>
  body.reduce((sum, s) => sum + (s.kind === "loop" ? turns(s) * costOf(s.body) : 1), 0);

const turns = ({ from, to, step }: Loop): number => (constant(to) - constant(from)) / step;

/** A bound that is known at run time counts as if there were some steps. */
const constant = (i: Integer): number =>
  i.kind === "affine" && i.at.terms.length === 0 ? i.at.offset : i.kind === "batch" ? 8 : 0;
