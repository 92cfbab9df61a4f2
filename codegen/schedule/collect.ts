import { add, type Expr, mul, neg } from "../../src/tensor/expr.ts";
import { parts, rebuild, within } from "../../src/tensor/walk.ts";

type Is = (e: Expr) => boolean;

/**
 * (x + a)·s + b = x·s + (a·s + b), where a, s and b are ready before x is: of every sum the terms that
 * are ready become one, where `worth` says that this is worth it. A batch norm behind a bias is one
 * product and one sum for each element. True of reals; floats are rounded elsewhere than before.
 */
export function collect(body: Expr, ready: Is, worth: Is): Expr {
  const uses = usesOf(body);
  const done = new Map<Expr, Expr>();
  const visit = (e: Expr): Expr => {
    const known = done.get(e);
    if (known) return known;
    const now = (e.kind === "add" && collected(e)) || rebuild(e, visit);
    done.set(e, now);
    return now;
  };
  const collected = (e: Expr): Expr | undefined => {
    const { open, settled } = termsOf(e, ready, (part) => (uses.get(part) ?? 0) > 1);
    if (open.length === 0 || settled.length < 2) return undefined;
    const rest = add(...settled);
    return worth(rest) ? add(...open.map(visit), rest) : undefined;
  };
  return visit(body);
}

/** The terms of a sum, those that are ready apart. */
interface Terms {
  readonly open: readonly Expr[];
  readonly settled: readonly Expr[];
}

/** A part that is used elsewhere too stays whole: it is computed in any case. */
function termsOf(e: Expr, ready: Is, shared: Is): Terms {
  if (ready(e)) return { open: [], settled: [e] };
  const inner = (part: Expr): Terms =>
    shared(part) && !ready(part) ? { open: [part], settled: [] } : termsOf(part, ready, shared);
  if (e.kind === "add") {
    const [a, b] = [inner(e.a), inner(e.b)];
    return { open: [...a.open, ...b.open], settled: [...a.settled, ...b.settled] };
  }
  if (e.kind === "unary" && e.fn === "neg") {
    const { open, settled } = inner(e.a);
    return { open: open.map(neg), settled: settled.map(neg) };
  }
  if (e.kind === "mul" && ready(e.a) !== ready(e.b)) {
    const [factor, rest] = ready(e.a) ? [e.a, e.b] : [e.b, e.a];
    const { open, settled } = inner(rest);
    if (settled.length > 0)
      return { open: [mul(add(...open), factor)], settled: [mul(add(...settled), factor)] };
  }
  return { open: [e], settled: [] };
}

/** In how many places each part of an expression stands. */
function usesOf(e: Expr): ReadonlyMap<Expr, number> {
  const uses = new Map<Expr, number>();
  for (const whole of within(e))
    for (const part of parts(whole)) uses.set(part, (uses.get(part) ?? 0) + 1);
  return uses;
}
