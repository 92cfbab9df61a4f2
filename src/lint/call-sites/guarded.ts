import { ts } from "ts-morph";
import { effects } from "../interpreter/havoc.ts";
import { mentions, unwrapped, within } from "./lexical.ts";

/**
 * Whether what a call is made on, or an argument, is asked about on the way to it: `if (fits(net, data)) …`,
 * or `if (!fits(data)) return;` before it. The answer may be what is told. `certain`: no condition around
 * the call is unknown.
 */
export function isAskedAbout(
  site: ts.CallExpression,
  argument: ts.Expression | undefined,
  certain: boolean,
): boolean {
  const names = [site.expression, ...(argument ? [argument] : [])].flatMap(rootOf);
  const asks = (condition: ts.Node): boolean =>
    names.some((name) => isNamed(condition, name) || mentions(name, condition).length > 0);
  for (let at: ts.Node = site; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    const condition = certain ? undefined : conditionOf(parent);
    if (condition && !within(site, condition) && asks(condition)) return true;
    if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isCaseOrDefaultClause(parent))
      continue;
    const before = parent.statements.filter((statement) => statement.end <= at.pos);
    if (before.some((one) => ts.isIfStatement(one) && ends(one) && asks(one.expression)))
      return true;
  }
  return false;
}

const isNamed = (node: ts.Node, name: string): boolean =>
  ts.isIdentifier(node) && node.text === name;

/** Whether it may end what comes after it. */
const ends = ({ thenStatement, elseStatement }: ts.IfStatement): boolean =>
  [thenStatement, elseStatement].some(
    (branch) => branch && (effects(branch).leaves || throws(branch)),
  );

const throws = (node: ts.Statement): boolean =>
  ts.isThrowStatement(node) || (ts.isBlock(node) && node.statements.some(ts.isThrowStatement));

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isSwitchStatement(node))
    return node.expression;
  if (ts.isConditionalExpression(node) || ts.isForStatement(node)) return node.condition;
  return ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind)
    ? node.left
    : undefined;
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** The name that an expression starts with: "net" of net.forward. */
function rootOf(given: ts.Expression): readonly string[] {
  const node = unwrapped(given);
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootOf(node.expression);
  return ts.isCallExpression(node) ? rootOf(node.expression) : [];
}
