import { ts } from "ts-morph";
import { changes, keyOf } from "./expressions.ts";
import { asInstance } from "./instances.ts";
import type { Machine } from "./machine.ts";
import { Scope } from "./scope.ts";
import { asOpen, asSpecial, unknown, type Value } from "./values.ts";

/**
 * A class of the user's: `new` gives a plain object with its fields, and its methods bound to that.
 * One that extends another, or is decorated, is unknown.
 */
export function classOf(node: ts.ClassLikeDeclaration, scope: Scope, m: Machine): Value {
  const extended = node.heritageClauses?.some((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
  if (extended || node.members.some(isStrange)) {
    m.perhaps([node], scope);
    return unknown;
  }
  const inner = new Scope(scope);
  const builder = node.members.find(ts.isConstructorDeclaration);
  let used = false;
  const make = (args: readonly Value[]): Value => {
    used = true;
    const self: { [name: string]: Value } = asInstance({}, node);
    for (const member of node.members) {
      if (!member.name || isStatic(member)) continue;
      const key = keyOf(member.name, inner, m);
      if (typeof key !== "string") m.escape(self);
      else if (ts.isMethodDeclaration(member)) self[key] = m.closure(member, inner, self);
      else if (ts.isAccessor(member)) self[key] = unknown;
    }
    initialise(node, self, inner, m);
    if (builder?.body) {
      assignParameters(builder, args, self);
      const run = m.closure(builder, inner, self) as (...args: readonly Value[]) => Value; // closures are functions
      run(...args);
    }
    return self;
  };
  const made = asOpen(
    asSpecial((args, site) => (ts.isNewExpression(site) ? make(args) : unknown)) as object, // a function
  );
  m.later(() => {
    if (!used) make((builder?.parameters ?? []).map(() => unknown));
  });
  if (node.name) inner.declare(node.name.text, made, true);
  for (const member of node.members) {
    if (!isStatic(member) || !member.name) continue;
    const key = keyOf(member.name, inner, m);
    if (typeof key !== "string") continue;
    Object.assign(made, { [key]: staticOf(member, inner, made, m) });
  }
  return made;
}

const isStatic = (member: ts.ClassElement): boolean =>
  ts.canHaveModifiers(member) &&
  (ts.getModifiers(member)?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword) ?? false);

const isStrange = (member: ts.ClassElement): boolean =>
  ts.isClassStaticBlockDeclaration(member) ||
  (ts.isAccessor(member) && changes(member)) ||
  (ts.canHaveDecorators(member) && (ts.getDecorators(member)?.length ?? 0) > 0);

/** Fields, in their order, each with `this` as far as it has come. */
function initialise(
  node: ts.ClassLikeDeclaration,
  self: { [name: string]: Value },
  inner: Scope,
  m: Machine,
): void {
  const scope = new Scope(inner, "function");
  scope.declare("this", self);
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || isStatic(member)) continue;
    const key = keyOf(member.name, inner, m);
    if (typeof key === "string")
      self[key] = member.initializer ? m.evaluate(member.initializer, scope) : undefined;
  }
}

/** constructor(readonly filters: number): a parameter that is a field. */
function assignParameters(
  builder: ts.ConstructorDeclaration,
  args: readonly Value[],
  self: { [name: string]: Value },
): void {
  for (const [i, parameter] of builder.parameters.entries())
    if (ts.isParameterPropertyDeclaration(parameter, builder) && ts.isIdentifier(parameter.name))
      self[parameter.name.text] =
        args[i] === undefined && parameter.initializer ? unknown : args[i];
}

function staticOf(member: ts.ClassElement, inner: Scope, made: Value, m: Machine): Value {
  if (ts.isMethodDeclaration(member)) return m.closure(member, inner, made);
  if (!ts.isPropertyDeclaration(member)) return unknown;
  return member.initializer ? m.evaluate(member.initializer, inner) : undefined;
}
