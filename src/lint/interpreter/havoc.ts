import { ts } from "ts-morph";
import { harmless } from "./natives.ts";
import type { Scope } from "./scope.ts";
import { blur, closureOf, isPlain, specialOf, unknown, type Value } from "./values.ts";

/** What a piece of code may do if it runs. */
interface Effects {
  /** Names it assigns, those it declares with `var` among them. */
  readonly assigned: readonly string[];
  readonly declared: readonly string[];
  /** Names whose objects it changes, or calls methods of that may. */
  readonly changed: readonly string[];
  /** Names whose objects it hands on. */
  readonly handed: readonly string[];
  /** Names it calls. */
  readonly called: readonly string[];
  /** Whether it may end the function, or the loop, around it. */
  readonly leaves: boolean;
}

const remembered = new WeakMap<ts.Node, Effects>();

/** Read off the source, functions inside included. */
export function effects(node: ts.Node): Effects {
  const before = remembered.get(node);
  if (before) return before;
  const assigned: string[] = [];
  const declared: string[] = [];
  const changed: string[] = [];
  const given: string[] = [];
  const called: string[] = [];
  let leaves = false;
  const visit = (node: ts.Node, loops: boolean, inside: boolean): void => {
    if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) leaves ||= !inside;
    else if (ts.isBreakStatement(node) || ts.isContinueStatement(node))
      leaves ||= !inside && (!loops || node.label !== undefined);
    else if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
      targets(node.left, assigned, changed);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (isStep(node.operator)) targets(node.operand, assigned, changed);
    } else if (ts.isDeleteExpression(node)) targets(node.expression, [], changed);
    else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (!ts.isVariableDeclarationList(node.initializer))
        targets(node.initializer, assigned, changed);
    } else if (ts.isVariableDeclarationList(node)) {
      if (!(node.flags & ts.NodeFlags.BlockScoped))
        for (const { name } of node.declarations) names(name, declared);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression;
      if (ts.isIdentifier(callee)) called.push(callee.text);
      else if (!ts.isPropertyAccessExpression(callee) || !harmless.has(callee.name.text))
        root(callee, changed);
      for (const arg of node.arguments ?? []) hands(arg, given);
    }
    const loop = loops || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    const within = inside || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, loop, within));
  };
  visit(node, false, false);
  const found = { assigned, declared, changed, handed: given, called, leaves };
  remembered.set(node, found);
  return found;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
const isStep = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.PlusPlusToken || kind === ts.SyntaxKind.MinusMinusToken;

/** The names in what is assigned to; of a.b[c] the object's. */
function targets(node: ts.Node, assigned: string[], touched: string[]): void {
  if (ts.isIdentifier(node)) assigned.push(node.text);
  else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    root(node, touched);
  else ts.forEachChild(node, (child) => targets(child, assigned, touched));
}

function names(node: ts.BindingName, into: string[]): void {
  if (ts.isIdentifier(node)) into.push(node.text);
  else for (const part of node.elements) if (ts.isBindingElement(part)) names(part.name, into);
}

function root(node: ts.Expression, touched: string[]): void {
  if (ts.isIdentifier(node)) touched.push(node.text);
  else if (node.kind === ts.SyntaxKind.ThisKeyword) touched.push("this");
  else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    root(node.expression, touched);
  else if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    root(node.expression, touched);
  else if (ts.isCallExpression(node)) root(node.expression, touched);
}

/** Names in an argument, other than those inside of a function. */
function hands(node: ts.Expression, touched: string[]): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) touched.push(node.text);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(node);
}

/** Makes unknown whatever the code may change if it runs here, or later. */
export function havoc(
  node: ts.Node,
  scope: Scope,
  read: (name: string, scope: Scope) => Value,
  seen = new Set<ts.Node>(),
): void {
  if (seen.has(node)) return;
  seen.add(node);
  const { assigned, declared, changed, handed, called } = effects(node);
  for (const name of declared) scope.outer.declare(name, unknown);
  for (const name of assigned) scope.assign(name, unknown);
  for (const name of [...changed, ...handed]) spill(read(name, scope), read, seen);
  for (const name of called) {
    const value = read(name, scope);
    if (closureOf(value)) spill(value, read, seen);
  }
}

/** A value given to code that is not followed: it may be changed, or called at any time. */
export function spill(
  value: Value,
  read: (name: string, scope: Scope) => Value,
  seen = new Set<ts.Node>(),
): void {
  const closure = closureOf(value);
  if (closure) return havoc(closure.node, closure.scope, read, seen);
  if (specialOf(value)) return;
  if (isPlain(value) && !Object.isFrozen(value))
    for (const part of Object.values(value)) if (closureOf(part)) spill(part, read, seen);
  blur(value);
}
