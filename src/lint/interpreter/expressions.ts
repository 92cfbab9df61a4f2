import { ts } from "ts-morph";
import { bounded, weight } from "./bounds.ts";
import { classOf } from "./classes.ts";
import type { Machine } from "./machine.ts";
import { effects } from "./havoc.ts";
import { elements, method } from "./natives.ts";
import { operate } from "./operators.ts";
import { type Access, isAccess, keyIn, placeOf } from "./places.ts";
import { absent, deleteOwn, own } from "./property.ts";
import type { Scope } from "./scope.ts";
import { hasUnknown, isBlurred, isPlain, unknown, type Value, watch } from "./values.ts";
import { isWrapped } from "./wrapped.ts";

/** What an expression is worth. Kinds that are not here are unknown, and so is what they may change. */
export const evaluate = (node: ts.Expression, scope: Scope, m: Machine): Value =>
  watch(worth(node, scope, m), node);

function worth(node: ts.Expression, scope: Scope, m: Machine): Value {
  m.step();
  if (ts.isIdentifier(node)) return m.read(node.text, scope);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return chain(node, scope, m);
  if (ts.isCallExpression(node)) return chain(node, scope, m);
  if (ts.isObjectLiteralExpression(node)) return record(node, scope, m);
  if (ts.isArrayLiteralExpression(node)) return spread(node.elements, scope, m) ?? unknown;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return m.closure(node, scope);
  if (ts.isBinaryExpression(node)) return binary(node, scope, m);
  if (ts.isConditionalExpression(node)) return choose(node, scope, m);
  if (ts.isTemplateExpression(node)) return template(node, scope, m);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return unary(node, scope, m);
  if (ts.isNewExpression(node)) {
    const callee = m.evaluate(node.expression, scope);
    return m.call(callee, spread(node.arguments ?? [], scope, m) ?? [unknown], node);
  }
  if (isWrapped(node)) return m.evaluate(node.expression, scope);
  if (ts.isAwaitExpression(node)) {
    const value = m.evaluate(node.expression, scope);
    m.risks++; // it may be rejected
    return value instanceof Promise ? unknown : value;
  }
  if (ts.isClassExpression(node)) return classOf(node, scope, m);
  return simple(node, scope, m);
}

function simple(node: ts.Expression, scope: Scope, m: Machine): Value {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return true;
    case ts.SyntaxKind.FalseKeyword:
      return false;
    case ts.SyntaxKind.NullKeyword:
      return null;
    case ts.SyntaxKind.ThisKeyword:
      return m.read("this", scope);
  }
  if (ts.isTypeOfExpression(node)) {
    const value = m.evaluate(node.expression, scope);
    return value === unknown ? unknown : typeof value;
  }
  if (ts.isDeleteExpression(node)) return removed(node.expression, scope, m);
  if (ts.isVoidExpression(node)) return void m.evaluate(node.expression, scope);
  m.perhaps([node], scope);
  return unknown;
}

function removed(node: ts.Expression, scope: Scope, m: Machine): Value {
  if (!isAccess(node)) return unknown;
  return deleteOwn(m.evaluate(node.expression, scope), keyIn(node, scope, m));
}

/** Elements one after the other; undefined where it is not known how many there are. */
export function spread(
  nodes: readonly ts.Expression[],
  scope: Scope,
  m: Machine,
): Value[] | undefined {
  const values: Value[] = [];
  let whole = true;
  for (const node of nodes) {
    if (ts.isOmittedExpression(node)) values.push(undefined);
    else if (!ts.isSpreadElement(node)) values.push(m.evaluate(node, scope));
    else {
      const items = elements(m.evaluate(node.expression, scope));
      if (items) for (const item of items) values.push(item);
      else whole = false;
    }
    m.step(weight(bounded(values)));
  }
  if (!whole) for (const value of values) m.escape(value);
  return whole ? values : undefined;
}

function record(node: ts.ObjectLiteralExpression, scope: Scope, m: Machine): Value {
  const made: { [name: string]: Value } = {};
  let whole = true;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const from = m.evaluate(property.expression, scope);
      if (from === undefined || from === null || from === false) continue;
      m.step(weight(from));
      if ((isPlain(from) || Array.isArray(from)) && !isBlurred(from)) Object.assign(made, from);
      else whole = false;
      continue;
    }
    const name = keyOf(property.name, scope, m);
    if (typeof name !== "string" || name === "__proto__") whole = false;
    else if (ts.isPropertyAssignment(property))
      made[name] = m.evaluate(property.initializer, scope);
    else if (ts.isShorthandPropertyAssignment(property))
      made[name] = watch(m.read(name, scope), property.name);
    else if (ts.isMethodDeclaration(property)) made[name] = m.closure(property, scope, made);
    else {
      m.escape(m.closure(property, scope, made)); // accessors run whenever they are asked
      made[name] = unknown;
      if (ts.isSetAccessor(property) || changes(property)) whole = false;
    }
  }
  if (whole) return made;
  m.escape(made);
  return unknown;
}

/** Whether an accessor may change something: what it belongs to, for one. */
export const changes = (node: ts.AccessorDeclaration): boolean =>
  effects(node).assigned.length + effects(node).changed.length > 0;

/** The key a name stands for. */
export function keyOf(name: ts.PropertyName, scope: Scope, m: Machine): Value {
  if (!ts.isComputedPropertyName(name)) return name.text;
  const key = m.evaluate(name.expression, scope);
  return typeof key === "number" ? String(key) : key;
}

/** Left of ?. stood undefined or null: what is right of it is not evaluated. */
const short = Symbol("short");

type Link = Access | ts.CallExpression;

/** a.b, a[b], a(b), and all of it with question marks. */
function chain(node: Link, scope: Scope, m: Machine): Value {
  const value = link(node, scope, m);
  return value === short ? undefined : value;
}

function part(node: ts.Expression, scope: Scope, m: Machine): Value {
  const inside = isAccess(node) || ts.isCallExpression(node);
  return inside ? watch(link(node, scope, m), node) : m.evaluate(node, scope);
}

function link(node: Link, scope: Scope, m: Machine): Value {
  if (ts.isCallExpression(node)) return called(node, scope, m);
  const of = part(node.expression, scope, m);
  if (of === short || (node.questionDotToken && (of === undefined || of === null))) return short;
  const key = keyIn(node, scope, m);
  if (of === unknown) m.risks++; // it may be undefined
  const found = own(of, key);
  return found === absent ? unknown : found;
}

function called(node: ts.CallExpression, scope: Scope, m: Machine): Value {
  const callee = node.expression;
  if (isAccess(callee)) {
    const of = part(callee.expression, scope, m);
    if (of === short || (callee.questionDotToken && (of === undefined || of === null)))
      return short;
    const key = keyIn(callee, scope, m);
    const found = own(of, key);
    if (node.questionDotToken && (found === undefined || found === null)) return short;
    const args = spread(node.arguments, scope, m);
    if (found !== absent) {
      if (found === unknown) m.escape(of); // a method that is not known may change what it is called on
      return m.call(found, args ?? [unknown], node, of);
    }
    m.step(weight(of));
    const made =
      args && typeof key === "string" ? m.within(node, args, () => method(of, key, args)) : unknown;
    m.step(weight(made));
    if (made === unknown) for (const arg of args ?? []) m.escape(arg);
    return made;
  }
  const found = part(callee, scope, m);
  if (found === short) return short;
  if (node.questionDotToken && (found === undefined || found === null)) return short;
  const args = spread(node.arguments, scope, m);
  if (callee.kind === ts.SyntaxKind.ImportKeyword || callee.kind === ts.SyntaxKind.SuperKeyword)
    return unknown;
  return m.call(found, args ?? [unknown], node);
}

function template(node: ts.TemplateExpression, scope: Scope, m: Machine): Value {
  let text = node.head.text;
  let whole = true;
  for (const { expression, literal } of node.templateSpans) {
    const value = m.evaluate(expression, scope);
    if (hasUnknown(value) || typeof value === "function" || isPlain(value)) whole = false;
    else text += `${String(value)}${literal.text}`;
  }
  return whole ? bounded(text) : unknown;
}

function choose(node: ts.ConditionalExpression, scope: Scope, m: Machine): Value {
  const condition = m.evaluate(node.condition, scope);
  if (condition !== unknown) return m.evaluate(condition ? node.whenTrue : node.whenFalse, scope);
  m.perhaps([node.whenTrue, node.whenFalse], scope);
  return unknown;
}

function binary(node: ts.BinaryExpression, scope: Scope, m: Machine): Value {
  const { left, right, operatorToken } = node;
  const operator = operatorToken.kind;
  if (!assigning(operator)) return combined(node, m.evaluate(left, scope), scope, m);
  const place = placeOf(left, scope, m);
  if (operator === ts.SyntaxKind.EqualsToken) {
    const value = m.evaluate(right, scope);
    place.put(value);
    return value;
  }
  const before = place.get();
  const value = combined(node, before, scope, m);
  const goes = logical[operator];
  if (!goes || before === unknown || goes(before)) place.put(value);
  return value;
}

function combined(node: ts.BinaryExpression, before: Value, scope: Scope, m: Machine): Value {
  const { right, operatorToken } = node;
  const goes = logical[operatorToken.kind];
  if (goes) {
    if (before !== unknown) return goes(before) ? m.evaluate(right, scope) : before;
    m.perhaps([right], scope);
    return unknown;
  }
  const after = m.evaluate(right, scope);
  if (operatorToken.kind === ts.SyntaxKind.CommaToken) return after;
  return bounded(operate(operatorToken.kind, before, after));
}

/** Whether the right side of a logical operator is looked at. */
const logical: { readonly [kind: number]: (left: Value) => boolean } = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: Boolean,
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]: Boolean,
  [ts.SyntaxKind.BarBarToken]: (left) => !left,
  [ts.SyntaxKind.BarBarEqualsToken]: (left) => !left,
  [ts.SyntaxKind.QuestionQuestionToken]: (left) => left === undefined || left === null,
  [ts.SyntaxKind.QuestionQuestionEqualsToken]: (left) => left === undefined || left === null,
};

const assigning = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

function unary(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  scope: Scope,
  m: Machine,
): Value {
  const up = node.operator === ts.SyntaxKind.PlusPlusToken;
  if (up || node.operator === ts.SyntaxKind.MinusMinusToken) {
    const place = placeOf(node.operand, scope, m);
    const value = place.get();
    const next = typeof value === "number" ? value + (up ? 1 : -1) : unknown;
    place.put(next);
    return ts.isPrefixUnaryExpression(node) ? next : value;
  }
  const value = m.evaluate(node.operand, scope);
  if (hasUnknown(value)) return unknown;
  if (node.operator === ts.SyntaxKind.ExclamationToken) return !value;
  if (typeof value === "object" || typeof value === "function") return unknown;
  if (node.operator === ts.SyntaxKind.MinusToken) return -Number(value);
  return node.operator === ts.SyntaxKind.PlusToken ? Number(value) : ~Number(value);
}
