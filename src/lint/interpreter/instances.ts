import { ts } from "ts-morph";
import { Numbers } from "./natives.ts";
import { isObject, isPlain, unknown, type Value } from "./values.ts";

const classes = new WeakMap<object, ts.ClassLikeDeclaration>();

/** An object that a class of the user's made. */
export function asInstance<T extends object>(self: T, node: ts.ClassLikeDeclaration): T {
  classes.set(self, node);
  return self;
}

/**
 * What `this` is to a method that anyone may call at any time: its methods, and the fields that nobody can
 * have assigned since; all else that the class names is unknown.
 */
export function lasting(self: Value): Value {
  const node = isObject(self) ? classes.get(self) : undefined;
  if (!node || !isPlain(self)) return unknown;
  const made: { [name: string]: Value } = {};
  for (const name of namesIn(node)) made[name] = unknown;
  for (const [name, value] of Object.entries(self))
    made[name] = isLasting(value) && isFixed(node, name) ? value : unknown;
  return Object.freeze(made);
}

/** Values without parts that change; functions are methods, which take `this` anew. */
const isLasting = (value: Value): boolean =>
  !isObject(value) || Object.isFrozen(value) || value instanceof Numbers;

/** Whether a field is private or read-only, and assigned where the object is made, if at all. */
function isFixed(node: ts.ClassLikeDeclaration, name: string): boolean {
  const parameters = node.members
    .filter(ts.isConstructorDeclaration)
    .flatMap((m) => [...m.parameters]);
  const member = [...node.members, ...parameters].find((m) => m.name?.getText() === name);
  if (!member) return false;
  if (ts.isMethodDeclaration(member)) return true;
  const flags = ts.getCombinedModifierFlags(member as ts.Declaration); // members and parameters are
  const closed =
    name.startsWith("#") || (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Readonly)) !== 0;
  return closed && !node.members.some((m) => !ts.isConstructorDeclaration(m) && assigns(m, name));
}

function assigns(node: ts.Node, name: string): boolean {
  const target = ts.isBinaryExpression(node)
    ? isAssignment(node.operatorToken.kind) && node.left
    : (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && node.operand;
  if (target && names(target, name)) return true;
  return ts.forEachChild(node, (child) => assigns(child, name) || undefined) ?? false;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** Whether the property is what is assigned to, in a pattern too; `this.net.x = 1` assigns another. */
function names(node: ts.Node, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === name;
  if (ts.isElementAccessExpression(node)) return true;
  return ts.forEachChild(node, (child) => names(child, name) || undefined) ?? false;
}

function namesIn(node: ts.Node, into = new Set<string>()): ReadonlySet<string> {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) into.add(node.text);
  ts.forEachChild(node, (child) => void namesIn(child, into));
  return into;
}
