import type { Statement, Value } from "../loops/loop.ts";

/**
 * Variables that hold one number but are used in vectors only: they hold it in every lane, so that it
 * is spread once. `isVector` answers for values whose variables have been declared, which `declare`
 * does, statement by statement.
 */
export function wideLocals(
  body: readonly Statement[],
  isVector: (v: Value) => boolean,
  declare: (s: Statement) => void,
): ReadonlySet<string> {
  const numbers = new Set<string>();
  const narrow = new Set<string>();
  const use = (v: Value, wide: boolean): void => {
    switch (v.kind) {
      case "variable":
        if (!wide) narrow.add(v.name);
        return;
      case "across":
        return use(v.of, true);
      case "apply": {
        const inside = isVector(v);
        return v.args.forEach((arg, k) => use(arg, inside && !(v.fn === "inside" && k === 0)));
      }
      default:
        return;
    }
  };
  const visit = (s: Statement): void => {
    declare(s);
    switch (s.kind) {
      case "loop":
        return s.body.forEach(visit);
      case "let":
        if (isVector(s.value)) return use(s.value, true);
        numbers.add(s.name);
        return use(s.value, false);
      case "accumulator":
        return use(s.value, s.vector);
      case "update":
        return use(s.value, isVector({ kind: "variable", name: s.name }));
      case "store":
        return use(s.value, s.lanes !== undefined);
      case "counter":
      case "integer":
        return;
    }
  };
  body.forEach(visit);
  return new Set([...numbers].filter((name) => !narrow.has(name)));
}
