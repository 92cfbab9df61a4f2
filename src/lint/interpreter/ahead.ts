import { ts } from "ts-morph";
import { havoc } from "./havoc.ts";
import type { Machine } from "./machine.ts";
import { Scope } from "./scope.ts";
import { unknown } from "./values.ts";

/** Branches within branches that are looked at. */
export const farthest = 8;

/** Code that may run, once, a loop's twice, with all it may change unknown before and after. */
export function lookAt(node: ts.Node, scope: Scope, m: Machine): void {
  if (m.ahead > farthest) return;
  const within = m.lookedAt.has(node);
  m.lookedAt.add(node);
  m.branch(() => {
    // what is followed as a whole does not ask to be looked at itself: its parts are
    if (within) parts(node, scope, m);
    else if (ts.isIterationStatement(node, false)) turns(node, scope, m);
    else if (ts.isStatement(node)) m.execute(node, new Scope(scope));
    else if (ts.isExpression(node)) m.evaluate(node, scope);
  });
  if (!within) m.lookedAt.delete(node);
  if (ts.isCaseBlock(node))
    for (const { statements } of node.clauses)
      m.branch(() => void m.run(statements, new Scope(scope)));
  havoc(node, scope, m.read);
}

/** Two turns of a loop of unknown length, the one after the other. */
function turns(node: ts.IterationStatement, scope: Scope, m: Machine): void {
  const first = "initializer" in node ? (node.initializer as ts.Node | undefined) : undefined; // of for, for-of and for-in
  for (let turn = 0; turn < (m.ahead > 2 ? 1 : 2); turn++) {
    const inner = new Scope(scope);
    if (first && ts.isVariableDeclarationList(first))
      for (const { name } of first.declarations) m.bind(name, unknown, inner, "let");
    const ended = m.execute(node.statement, inner);
    if (ended && ended.kind !== "continue") return;
  }
}

/** The outermost expressions of code that is followed no further, and the functions of a class. */
function parts(node: ts.Node, scope: Scope, m: Machine): void {
  ts.forEachChild(node, (child) => {
    if (ts.isFunctionLike(child) && "body" in child && !ts.isExpression(child)) {
      const own = new Scope(scope, "function");
      own.declare("this", unknown);
      m.closure(child as ts.FunctionLikeDeclaration, own); // it has a body, so it is no signature
    } else if (ts.isExpression(child)) m.evaluate(child, scope);
    else if (!ts.isTypeNode(child)) parts(child, scope, m);
  });
}
