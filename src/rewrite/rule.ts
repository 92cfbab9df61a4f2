import type { Expr, Unary } from "../tensor/expr.ts";

type Bound = Map<string, Expr>;

/** What an expression may look like. When it fits, every name in N is bound. */
export interface Pattern<N extends string> {
  readonly fits: (e: Expr, bound: Bound) => boolean;
  readonly names?: N;
}

export interface Rule {
  readonly law: string;
  readonly apply: (e: Expr) => Expr | undefined;
}

/** Any expression; the same name twice means the same expression. */
export const any = <N extends string>(name: N): Pattern<N> => ({
  fits(e, bound) {
    const before = bound.get(name);
    if (!before) bound.set(name, e);
    return !before || same(before, e);
  },
});

/** A number, to be read back with `valueOf`. */
export const constant = <N extends string>(name: N): Pattern<N> => ({
  fits: (e, bound) => e.kind === "number" && any(name).fits(e, bound),
});

/** This number and no other. */
export const exactly = (value: number): Pattern<never> => ({
  fits: (e) => e.kind === "number" && e.value === value,
});

const binary =
  (kind: "add" | "mul" | "div" | "max" | "min" | "pow") =>
  <A extends string, B extends string>(a: Pattern<A>, b: Pattern<B>): Pattern<A | B> => ({
    fits: (e, bound) => e.kind === kind && a.fits(e.a, bound) && b.fits(e.b, bound),
  });
export const sumOf = binary("add");
export const productOf = binary("mul");
export const quotientOf = binary("div");
export const maxOf = binary("max");
export const minOf = binary("min");
export const powerOf = binary("pow");

export const applied = <A extends string>(fn: Unary, a: Pattern<A>): Pattern<A> => ({
  fits: (e, bound) => e.kind === "unary" && e.fn === fn && a.fits(e.a, bound),
});

export const choice = <C extends string, A extends string, B extends string>(
  when: Pattern<C>,
  then: Pattern<A>,
  otherwise: Pattern<B>,
): Pattern<C | A | B> => ({
  fits: (e, bound) =>
    e.kind === "where" &&
    when.fits(e.when, bound) &&
    then.fits(e.then, bound) &&
    otherwise.fits(e.otherwise, bound),
});

/** `build` is handed the names its pattern binds and no others: a stray one does not compile. */
export function rule<N extends string>(
  law: string,
  pattern: Pattern<N>,
  build: (bound: { readonly [K in N]: Expr }) => Expr | undefined,
): Rule {
  return {
    law,
    apply(e) {
      const bound: Bound = new Map();
      if (!pattern.fits(e, bound)) return undefined;
      return build(Object.fromEntries(bound) as { readonly [K in N]: Expr }); // fits bound them all
    },
  };
}

/** The value of an expression that a `constant` pattern bound. */
export function valueOf(e: Expr): number {
  if (e.kind !== "number") throw new Error(`a ${e.kind} where a number was bound`);
  return e.value;
}

/** Equal without looking into what is shared: the same object, the same number, the same read. */
function same(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.kind === "number") return b.kind === "number" && Object.is(a.value, b.value);
  if (a.kind !== "read" || b.kind !== "read") return false;
  return (
    a.tensor === b.tensor &&
    a.outside === b.outside &&
    a.at.every((index, d) => index.key === b.at[d]?.key)
  );
}
