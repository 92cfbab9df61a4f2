import { ts } from "ts-morph";
import type { Machine } from "./machine.ts";
import { absent, own, setOwn } from "./property.ts";
import type { Scope } from "./scope.ts";
import { unknown, type Value } from "./values.ts";

export type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export const isAccess = (node: ts.Node): node is Access =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** The key of a.b and a[b]. */
export const keyIn = (node: Access, scope: Scope, m: Machine): Value =>
  ts.isPropertyAccessExpression(node) ? node.name.text : m.evaluate(node.argumentExpression, scope);

/** Where a value is read and written: of a[i++] += 1 the parts are evaluated once. */
export function placeOf(node: ts.Expression, scope: Scope, m: Machine) {
  if (!isAccess(node))
    return {
      get: () => m.evaluate(node, scope),
      put: (value: Value) => m.bind(node, value, scope, "assign"),
    };
  const of = m.evaluate(node.expression, scope);
  const key = keyIn(node, scope, m);
  return {
    get: () => {
      const found = own(of, key);
      return found === absent ? unknown : found;
    },
    put: (value: Value) => {
      if (of === unknown) m.escape(value);
      setOwn(of, key, value);
    },
  };
}
