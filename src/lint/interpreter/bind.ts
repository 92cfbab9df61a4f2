import { ts } from "ts-morph";
import { keyOf } from "./expressions.ts";
import { effects } from "./havoc.ts";
import type { Binding, Machine } from "./machine.ts";
import { elements } from "./natives.ts";
import { isAccess, placeOf } from "./places.ts";
import { absent, own } from "./property.ts";
import type { Scope } from "./scope.ts";
import { isBlurred, isPlain, unknown, type Value } from "./values.ts";

/** Binds or assigns a name, a pattern, or what an object holds. */
export function bind(target: ts.Node, value: Value, scope: Scope, how: Binding, m: Machine): void {
  if (ts.isIdentifier(target)) {
    if (how === "assign") return scope.assign(target.text, value);
    const where = how === "var" ? scope.outer : scope;
    return where.declare(target.text, value, how === "const");
  }
  if (isAccess(target)) return placeOf(target, scope, m).put(value);
  if (ts.isObjectBindingPattern(target)) return taken(target, value, scope, how, m);
  if (ts.isArrayBindingPattern(target)) return listed(target, value, scope, how, m);
  if (ts.isParenthesizedExpression(target) || ts.isNonNullExpression(target))
    return m.bind(target.expression, value, scope, how);
  for (const name of effects(target).changed) m.escape(m.read(name, scope));
  havocPattern(target, scope); // [a, b] = [b, a]
}

function taken(
  pattern: ts.ObjectBindingPattern,
  of: Value,
  scope: Scope,
  how: Binding,
  m: Machine,
): void {
  const used: string[] = [];
  for (const { name, propertyName, initializer, dotDotDotToken } of pattern.elements) {
    if (dotDotDotToken) {
      const rest = isPlain(of) && !isBlurred(of) ? { ...of } : unknown;
      if (isPlain(rest)) for (const key of used) delete rest[key];
      m.bind(name, rest, scope, how);
      continue;
    }
    const key = propertyName
      ? keyOf(propertyName, scope, m)
      : ts.isIdentifier(name)
        ? name.text
        : unknown;
    if (typeof key === "string") used.push(key);
    const found = own(of, key);
    orElse(name, found === absent ? unknown : found, initializer, scope, how, m);
  }
}

function listed(
  pattern: ts.ArrayBindingPattern,
  of: Value,
  scope: Scope,
  how: Binding,
  m: Machine,
): void {
  const items = elements(of);
  const list = items ? [...items] : undefined;
  for (const [i, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const { name, initializer, dotDotDotToken } = element;
    if (dotDotDotToken) m.bind(name, list ? list.slice(i) : unknown, scope, how);
    else orElse(name, list ? list[i] : unknown, initializer, scope, how, m);
  }
}

function orElse(
  name: ts.BindingName,
  value: Value,
  initializer: ts.Expression | undefined,
  scope: Scope,
  how: Binding,
  m: Machine,
): void {
  const missing = value === undefined && initializer;
  m.bind(name, missing ? m.evaluate(initializer, scope) : value, scope, how);
}

/** An assignment to a pattern: its names become unknown. */
function havocPattern(node: ts.Node, scope: Scope): void {
  if (ts.isIdentifier(node)) scope.assign(node.text, unknown);
  else ts.forEachChild(node, (child) => havocPattern(child, scope));
}
