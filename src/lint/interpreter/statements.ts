import { ts } from "ts-morph";
import { classOf } from "./classes.ts";
import { effects, havoc } from "./havoc.ts";
import type { Ended, Machine } from "./machine.ts";
import { elements } from "./natives.ts";
import { Scope } from "./scope.ts";
import { isPlain, Thrown, Uncertain, unknown } from "./values.ts";

/** What a statement does. Kinds that are not here are passed over, and what they may change is unknown. */
export function execute(node: ts.Statement, scope: Scope, m: Machine): Ended | undefined {
  m.step();
  if (isAmbient(node)) return undefined;
  if (ts.isVariableStatement(node)) return declare(node.declarationList, scope, m);
  if (ts.isExpressionStatement(node)) return void m.evaluate(node.expression, scope);
  if (ts.isIfStatement(node)) return conditional(node, scope, m);
  if (ts.isReturnStatement(node))
    return {
      kind: "return",
      value: node.expression ? m.evaluate(node.expression, scope) : undefined,
    };
  if (ts.isBlock(node)) return m.run(node.statements, new Scope(scope));
  if (ts.isForOfStatement(node)) return forOf(node, scope, m, undefined);
  if (ts.isForStatement(node)) return forLoop(node, scope, m, undefined);
  if (ts.isForInStatement(node)) return forOf(node, scope, m, undefined);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node))
    return whileLoop(node, scope, m, undefined);
  if (ts.isLabeledStatement(node)) return labeled(node, scope, m);
  if (ts.isSwitchStatement(node)) return choose(node, scope, m);
  if (ts.isThrowStatement(node)) throw new Thrown(m.evaluate(node.expression, scope), node);
  if (ts.isTryStatement(node)) return attempt(node, scope, m);
  if (ts.isBreakStatement(node)) return { kind: "break", label: node.label?.text };
  if (ts.isContinueStatement(node)) return { kind: "continue", label: node.label?.text };
  if (ts.isExportAssignment(node))
    scope.declare("default", m.evaluate(node.expression, scope), true);
  else if (ts.isEnumDeclaration(node)) enumerate(node, scope, m);
  else if (ts.isModuleDeclaration(node)) namespace(node, scope, m);
  else if (ts.isClassDeclaration(node))
    scope.declare(node.name?.text ?? "default", classOf(node, scope, m));
  else if (!isDeclaredBefore(node)) m.perhaps([node], scope);
  return undefined;
}

/** `declare const x: number`: someone else's, and unknown. */
const isAmbient = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword) ?? false);

/** Functions are declared as their block begins; types, imports and exports do nothing when they are reached. */
const isDeclaredBefore = (node: ts.Statement): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isEmptyStatement(node);

function declare(list: ts.VariableDeclarationList, scope: Scope, m: Machine): undefined {
  const constant = (list.flags & ts.NodeFlags.Const) !== 0;
  const block = (list.flags & ts.NodeFlags.BlockScoped) !== 0;
  for (const { name, initializer } of list.declarations) {
    if (!initializer && !block) continue; // `var x;` leaves x as it is
    const value = initializer ? m.evaluate(initializer, scope) : undefined;
    m.bind(name, value, scope, constant ? "const" : block ? "let" : "var");
  }
}

function conditional(node: ts.IfStatement, scope: Scope, m: Machine): Ended | undefined {
  const condition = m.evaluate(node.expression, scope);
  if (condition === unknown) return void m.perhaps([node.thenStatement, node.elseStatement], scope);
  if (condition) return m.execute(node.thenStatement, scope);
  return node.elseStatement && m.execute(node.elseStatement, scope);
}

type Loop = ts.ForOfStatement | ts.ForInStatement;

function forOf(node: Loop, scope: Scope, m: Machine, label: string | undefined) {
  const over = m.evaluate(node.expression, scope);
  const list = ts.isForInStatement(node) ? keys(over) : elements(over);
  const awaits = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
  if (!list || awaits) return void m.perhaps([node], scope);
  for (const value of list) {
    m.step();
    const inner = new Scope(scope);
    if (!ts.isVariableDeclarationList(node.initializer))
      m.bind(node.initializer, value, inner, "assign");
    else for (const { name } of node.initializer.declarations) m.bind(name, value, inner, "let");
    const ended = around(m.execute(node.statement, inner), label);
    if (ended === "break") break;
    if (ended) return ended;
  }
  return undefined;
}

const keys = (value: unknown): readonly string[] | undefined =>
  typeof value === "object" && value !== null && elements(Object.values(value))
    ? Object.keys(value)
    : undefined;

/** What a loop makes of how its body ended: goes on, stops, or hands it on. */
function around(ended: Ended | undefined, label: string | undefined): Ended | "break" | undefined {
  if (!ended || ended.kind === "return") return ended;
  if (ended.label !== undefined && ended.label !== label) return ended;
  return ended.kind === "break" ? "break" : undefined;
}

function forLoop(node: ts.ForStatement, scope: Scope, m: Machine, label: string | undefined) {
  const { initializer, condition, incrementor, statement } = node;
  let inner = new Scope(scope);
  const names: string[] = [];
  if (initializer && ts.isVariableDeclarationList(initializer)) {
    declare(initializer, inner, m);
    if (initializer.flags & ts.NodeFlags.BlockScoped)
      for (const { name } of initializer.declarations)
        if (ts.isIdentifier(name)) names.push(name.text);
  } else if (initializer) m.evaluate(initializer, inner);
  for (;;) {
    m.step();
    const goes = condition ? m.evaluate(condition, inner) : true;
    if (goes === unknown) return void m.perhaps([node], inner);
    if (!goes) return undefined;
    const ended = around(m.execute(statement, inner), label);
    if (ended === "break") return undefined;
    if (ended) return ended;
    // each turn has variables of its own: closures made in it keep theirs
    const next = new Scope(scope);
    for (const name of names) next.declare(name, inner.read(name));
    inner = next;
    if (incrementor) m.evaluate(incrementor, inner);
  }
}

function whileLoop(
  node: ts.WhileStatement | ts.DoStatement,
  scope: Scope,
  m: Machine,
  label: string | undefined,
) {
  for (let first = ts.isDoStatement(node); ; first = false) {
    m.step();
    const goes = first ? true : m.evaluate(node.expression, scope);
    if (goes === unknown) return void m.perhaps([node], scope);
    if (!goes) return undefined;
    const ended = around(m.execute(node.statement, scope), label);
    if (ended === "break") return undefined;
    if (ended) return ended;
  }
}

function labeled(node: ts.LabeledStatement, scope: Scope, m: Machine): Ended | undefined {
  const { statement, label } = node;
  const name = label.text;
  const ended =
    ts.isForOfStatement(statement) || ts.isForInStatement(statement)
      ? forOf(statement, scope, m, name)
      : ts.isForStatement(statement)
        ? forLoop(statement, scope, m, name)
        : ts.isWhileStatement(statement) || ts.isDoStatement(statement)
          ? whileLoop(statement, scope, m, name)
          : m.execute(statement, scope);
  return ended?.kind === "break" && ended.label === name ? undefined : ended;
}

function choose(node: ts.SwitchStatement, scope: Scope, m: Machine): Ended | undefined {
  const value = m.evaluate(node.expression, scope);
  const { clauses } = node.caseBlock;
  if (value === unknown) return void m.perhaps([node.caseBlock], scope);
  let from = -1;
  for (const [i, clause] of clauses.entries()) {
    if (ts.isDefaultClause(clause)) continue;
    const label = m.evaluate(clause.expression, scope);
    if (label === unknown) return void m.perhaps([node.caseBlock], scope);
    if (label !== value) continue;
    from = i;
    break;
  }
  if (from < 0) from = clauses.findIndex(ts.isDefaultClause);
  if (from < 0) return undefined;
  const inner = new Scope(scope);
  const statements = clauses.slice(from).flatMap((clause) => [...clause.statements]);
  const ended = m.run(statements, inner);
  return ended?.kind === "break" && ended.label === undefined ? undefined : ended;
}

function attempt(node: ts.TryStatement, scope: Scope, m: Machine): Ended | undefined {
  const { tryBlock, catchClause, finallyBlock } = node;
  const before = m.risks;
  let ended: Ended | undefined;
  try {
    if (catchClause) m.guarded++;
    try {
      ended = m.execute(tryBlock, scope);
    } finally {
      if (catchClause) m.guarded--;
    }
    if (catchClause && m.risks > before && !throwsOn(catchClause.block))
      caught(node, catchClause.block, scope, m);
  } catch (error) {
    if (error instanceof Uncertain) m.perhaps([catchClause?.block, finallyBlock], scope);
    if (!(error instanceof Thrown) || !catchClause) throw error;
    const inner = new Scope(scope);
    const { variableDeclaration, block } = catchClause;
    if (variableDeclaration) m.bind(variableDeclaration.name, error.value, inner, "let");
    ended = m.execute(block, inner);
  }
  return (finallyBlock && m.execute(finallyBlock, scope)) ?? ended;
}

/** Code that is not followed may have thrown: how far the block came, and what caught it, is not known. */
function caught({ tryBlock }: ts.TryStatement, block: ts.Block, scope: Scope, m: Machine): void {
  havoc(tryBlock, scope, m.read);
  m.perhaps([block], scope);
  if (effects(tryBlock).leaves) throw new Uncertain(true);
}

const throwsOn = ({ statements }: ts.Block): boolean => {
  const last = statements.at(-1);
  return last !== undefined && ts.isThrowStatement(last) && !effects(last.parent).leaves;
};

/**
 * Members count on from the one before, as long as that is a number; they know each other, and numbers lead
 * back to their names. Declared again, it goes on.
 */
function enumerate(node: ts.EnumDeclaration, scope: Scope, m: Machine): void {
  const name = node.name.text;
  const before = scope.find(name)?.scope === scope ? scope.read(name) : {};
  if (!isPlain(before)) return;
  const made = before;
  const inner = new Scope(scope);
  for (const [member, value] of Object.entries(made)) inner.declare(member, value, true);
  let next: unknown = 0;
  for (const { name, initializer } of node.members) {
    const value = initializer ? m.evaluate(initializer, inner) : next;
    const member = ts.isComputedPropertyName(name) ? unknown : name.text;
    if (value === unknown || typeof member !== "string") m.escape(made);
    else {
      made[member] = value;
      if (typeof value === "number") made[value] = member;
      inner.declare(member, value, true);
    }
    next = typeof value === "number" ? value + 1 : unknown;
  }
  scope.declare(name, made, true);
}

/** What it holds is unknown; where it goes by the name of an enumeration, that has more than was seen. */
function namespace(node: ts.ModuleDeclaration, scope: Scope, m: Machine): void {
  m.perhaps([node], scope);
  if (!ts.isIdentifier(node.name) || !node.body || !holdsValues(node.body)) return;
  const { text } = node.name;
  if (scope.find(text)?.scope === scope) m.escape(scope.read(text));
  else scope.declare(text, unknown, true);
}

const holdsValues = (body: ts.ModuleBody | ts.JSDocNamespaceBody): boolean =>
  !ts.isModuleBlock(body) ||
  body.statements.some((s) => !ts.isInterfaceDeclaration(s) && !ts.isTypeAliasDeclaration(s));
