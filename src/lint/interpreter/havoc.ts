import { ts } from "ts-morph";
import { harmless } from "./natives.ts";
import type { Scope } from "./scope.ts";
import { isAccess } from "./places.ts";
import { isWrapped } from "./wrapped.ts";
import { blur, closureOf, isOpen, isPlain, lose, unknown, type Value } from "./values.ts";

/** What a piece of code may do if it runs. */
interface Effects {
  /** Names it assigns, those it declares with `var` among them. */
  readonly assigned: readonly string[];
  /** Those of them that functions inside assign, whenever they are called. */
  readonly later: readonly string[];
  readonly declared: readonly string[];
  /** Names whose objects it changes, or calls methods of that may. */
  readonly changed: readonly string[];
  /** Names whose objects it hands on. */
  readonly handed: readonly string[];
  /** Names it calls. */
  readonly called: readonly string[];
  /** Names it reads, with the property where it reads one: what is behind them may be known by other names after it. */
  readonly read: ReadonlyMap<string, ReadonlySet<string | undefined>>;
  /** Whether it changes objects that it reaches by names of its own: anything it reads may be one. */
  readonly indirect: boolean;
  /** Whether it may end the function, or the loop, around it. */
  readonly leaves: boolean;
}

const remembered = new WeakMap<ts.Node, Effects>();

/** Read off the source, functions inside included. */
export function effects(node: ts.Node): Effects {
  const before = remembered.get(node);
  if (before) return before;
  const assigned: string[] = [];
  const later: string[] = [];
  const declared: string[] = [];
  const changed: string[] = [];
  const given: string[] = [];
  const called: string[] = [];
  const reads = new Map<string, Set<string | undefined>>();
  const written: ts.Expression[] = [];
  const locals = new Map<string, ts.Expression | undefined>();
  let leaves = false;
  const target = (node: ts.Node, inside: boolean): void => {
    const names: string[] = [];
    targets(node, names, changed, written);
    assigned.push(...names);
    if (inside) later.push(...names);
  };
  const visit = (node: ts.Node, loops: boolean, inside: boolean): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) leaves ||= !inside;
    else if (ts.isBreakStatement(node) || ts.isContinueStatement(node))
      leaves ||= !inside && (!loops || node.label !== undefined);
    else if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
      target(node.left, inside);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (isStep(node.operator)) target(node.operand, inside);
    } else if (ts.isDeleteExpression(node)) targets(node.expression, [], changed, written);
    else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (!ts.isVariableDeclarationList(node.initializer)) target(node.initializer, inside);
    } else if (ts.isVariableDeclarationList(node)) {
      if (!(node.flags & ts.NodeFlags.BlockScoped))
        for (const { name } of node.declarations) names(name, declared);
    } else if (ts.isVariableDeclaration(node) || ts.isParameter(node)) {
      const inner: string[] = [];
      names(node.name, inner);
      for (const name of inner) locals.set(name, node.initializer);
    } else if (ts.isTaggedTemplateExpression(node)) {
      if (ts.isIdentifier(node.tag)) called.push(node.tag.text);
      else root(node.tag, changed);
      hands(node.template, given);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression;
      if (ts.isIdentifier(callee)) called.push(callee.text);
      else if (!ts.isPropertyAccessExpression(callee) || !harmless.has(callee.name.text))
        root(callee, changed);
      if (ts.isPropertyAccessExpression(callee) && changing.has(callee.name.text))
        written.push(callee.expression);
      for (const arg of node.arguments ?? []) hands(arg, given);
    } else if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) {
      if (!isKey(node)) reading(node, reads);
    }
    const loop = loops || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    const within = inside || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, loop, within));
  };
  visit(node, false, false);
  const renamed = (name: string): boolean => {
    const init = locals.get(name);
    return init !== undefined && (ts.isIdentifier(init) || isAccess(init));
  };
  const indirect = written.some((object) => !isTraced(object, locals)) || given.some(renamed);
  const found = {
    assigned,
    later: later.filter((name) => !locals.has(name)),
    declared,
    changed,
    handed: given,
    called,
    read: reads,
    indirect,
    leaves,
  };
  remembered.set(node, found);
  return found;
}

/** Methods that change what they are called on. */
const changing = new Set(
  "push pop shift unshift splice reverse sort fill copyWithin set add delete clear".split(" "),
);

/** Whether what is changed there is an object behind a name from outside, or one made inside. */
function isTraced(
  object: ts.Expression,
  locals: ReadonlyMap<string, ts.Expression | undefined>,
  deep = false,
): boolean {
  if (object.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isIdentifier(object)) {
    const made = locals.get(object.text);
    return !locals.has(object.text) || (!deep && made !== undefined && isMade(made));
  }
  if (isAccess(object)) return isTraced(object.expression, locals, true);
  if (isWrapped(object)) return isTraced(object.expression, locals, deep);
  return !deep && isMade(object);
}

const isMade = (node: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(node) ||
  ts.isObjectLiteralExpression(node) ||
  ts.isNewExpression(node);

/** The name of a property, which is no variable. */
const isKey = (node: ts.Node): boolean => {
  const { parent } = node;
  return (
    ((ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
      parent.name === node) ||
    ts.isMethodDeclaration(parent)
  );
};

function reading(node: ts.Node, into: Map<string, Set<string | undefined>>): void {
  const { parent } = node;
  const name = ts.isIdentifier(node) ? node.text : "this";
  const key =
    ts.isPropertyAccessExpression(parent) && parent.expression === node
      ? parent.name.text
      : undefined;
  const keys = into.get(name) ?? new Set();
  into.set(name, keys.add(key));
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
const isStep = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.PlusPlusToken || kind === ts.SyntaxKind.MinusMinusToken;

/** The names in what is assigned to; of a.b[c] the object's. */
function targets(
  node: ts.Node,
  assigned: string[],
  touched: string[],
  written: ts.Expression[],
): void {
  if (ts.isIdentifier(node)) assigned.push(node.text);
  else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    root(node, touched);
    written.push(node.expression);
  } else ts.forEachChild(node, (child) => targets(child, assigned, touched, written));
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
  else if (isWrapped(node)) root(node.expression, touched);
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
  const found = effects(node);
  const { assigned, later, declared, changed, handed, called, indirect } = found;
  for (const name of declared) scope.outer.declare(name, unknown);
  for (const name of assigned) scope.assign(name, unknown);
  for (const name of later) scope.spoil(name);
  for (const name of [...changed, ...(indirect ? found.read.keys() : [])])
    spill(read(name, scope), read, seen);
  for (const name of handed) {
    const value = read(name, scope);
    const keys = found.read.get(name);
    if (!keys || keys.has(undefined) || !isPlain(value)) spill(value, read, seen);
    else for (const key of keys) if (key !== undefined) spill(value[key], read, seen);
  }
  for (const name of called) {
    const value = read(name, scope);
    if (closureOf(value)) spill(value, read, seen);
  }
  if (!ts.isStatement(node) || assigned.length > 0 || changed.length > 0 || found.leaves)
    for (const [name, keys] of found.read) {
      const value = read(name, scope);
      if (closureOf(value)) spill(value, read, seen);
      else for (const key of keys) lose(key !== undefined && isPlain(value) ? value[key] : value);
    }
  if (indirect) blur(unknown);
}

/** A value given to code that is not followed: it may be changed, or called at any time. */
export function spill(
  value: Value,
  read: (name: string, scope: Scope) => Value,
  seen = new Set<ts.Node>(),
): void {
  const closure = closureOf(value);
  if (closure) return havoc(closure.node, closure.scope, read, seen);
  if ((isPlain(value) || isOpen(value)) && !Object.isFrozen(value))
    for (const part of Object.values(value)) if (closureOf(part)) spill(part, read, seen);
  blur(value);
}
