import { ts } from "ts-morph";
import { declarationOf, isBoundWithin, mentions, unwrapped, within, wrapped } from "./lexical.ts";

/** Where something was made that the next call overwrites, and where what makes it was created. */
interface Made {
  readonly site: ts.CallExpression;
  readonly born: ts.Node;
}

/**
 * Whether results are gathered here, turn after turn, that are all one: in a list, or by `map`. `again`: the
 * same net gave something here in a turn before.
 */
export function gathers(node: ts.Expression, made: Made, again: boolean): boolean {
  const whole = contained(node);
  return isPushed(whole, node, made, again) || isMapped(whole, made, again);
}

/** The record or the list that it becomes a part of as it stands: `{ logits: net.forward(x) }`. */
function contained(node: ts.Expression): ts.Expression {
  const whole = wrapped(node);
  const { parent } = whole;
  if (ts.isPropertyAssignment(parent) && parent.initializer === whole)
    return contained(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return contained(parent.parent);
  return ts.isArrayLiteralExpression(parent) ? contained(parent) : whole;
}

/** results.push(net.forward(x)) and results[i] = net.forward(x), in a loop, of a list from outside of it. */
function isPushed(whole: ts.Expression, node: ts.Expression, made: Made, again: boolean): boolean {
  const list = listOf(whole);
  const loop = list && loopAround(list);
  if (!list || !loop || !isFresh(node, loop) || !isOneNet(made, loop, again)) return false;
  const declaration = declarationOf(list);
  if (!declaration || within(declaration, loop) || !isList(declaration)) return false;
  if (mentions(list.text, loop).length > 1 || isOnce(whole)) return false;
  const file = list.getSourceFile();
  const others = mentions(list.text, file).filter((name) => name !== declaration.name);
  return others.length > 1; // somebody reads it
}

/** Whether every turn asks the same net: one from outside, by its name or as was seen in a turn before. */
function isOneNet(made: Made, loop: ts.Node, again: boolean): boolean {
  if (within(made.born, loop)) return false;
  if (!within(made.site, loop)) return again;
  let root: ts.Expression = made.site.expression;
  while (ts.isPropertyAccessExpression(root)) root = unwrapped(root.expression);
  return (
    root.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(root) && !isBoundWithin(root, loop))
  );
}

function listOf(whole: ts.Expression): ts.Identifier | undefined {
  const { parent } = whole;
  if (ts.isCallExpression(parent) && parent.arguments.includes(whole)) {
    const { expression } = parent;
    const pushes =
      ts.isPropertyAccessExpression(expression) && /^(push|unshift)$/.test(expression.name.text);
    return pushes && ts.isIdentifier(expression.expression) ? expression.expression : undefined;
  }
  if (!ts.isBinaryExpression(parent) || parent.right !== whole) return undefined;
  const { left, operatorToken } = parent;
  const puts = operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return puts && ts.isElementAccessExpression(left) && ts.isIdentifier(left.expression)
    ? left.expression
    : undefined;
}

/** The loop, or the call of forEach, that is innermost around it. */
function loopAround(node: ts.Node): ts.Node | undefined {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIterationStatement(at, false)) return at;
    if (!ts.isFunctionLike(at)) continue;
    const call = wrapped(at as ts.FunctionExpression).parent; // or a declaration, which no call is around
    const repeats =
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression) &&
      call.expression.name.text === "forEach";
    return repeats ? call : undefined;
  }
  return undefined;
}

/** Whether each turn has a new one: made where it stands, or given a name in the loop. */
function isFresh(node: ts.Expression, loop: ts.Node): boolean {
  const made = unwrapped(node);
  if (!ts.isIdentifier(made)) return ts.isCallExpression(made);
  const declaration = declarationOf(made);
  return declaration !== undefined && within(declaration, loop);
}

/** Whether the loop is left after it. */
function isOnce(whole: ts.Node): boolean {
  for (
    let at = whole;
    !ts.isIterationStatement(at, false) && !ts.isFunctionLike(at);
    at = at.parent
  ) {
    const block = at.parent;
    if (ts.isSourceFile(at)) return false;
    if (!ts.isBlock(block) && !ts.isCaseOrDefaultClause(block)) continue;
    if (block.statements.some((s) => s.pos >= at.end && leaves(s))) return true;
  }
  return false;
}

const leaves = (node: ts.Statement): boolean =>
  ts.isBreakStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node);

/** xs.map((x) => net.forward(x)) where xs is a list: all are made before the first is looked at. */
function isMapped(whole: ts.Expression, made: Made, again: boolean): boolean {
  const { parent } = whole;
  const own =
    ts.isArrowFunction(parent) && parent.body === whole
      ? parent
      : ts.isReturnStatement(parent)
        ? ts.findAncestor(parent, ts.isFunctionLike)
        : undefined;
  if (!own || (!ts.isArrowFunction(own) && !ts.isFunctionExpression(own))) return false;
  const call = wrapped(own).parent;
  if (!ts.isCallExpression(call) || !isOneNet(made, call, again)) return false;
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const { expression: of, name } = call.expression;
  const [first, second] = call.arguments;
  const many =
    name.text === "map"
      ? first === wrapped(own) && isMany(of)
      : name.text === "from" && of.getText() === "Array" && second === wrapped(own);
  const result = wrapped(call);
  const later = own.modifiers?.some((mod) => mod.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  const dropped = ts.isExpressionStatement(result.parent) || isCounted(result);
  return many && !dropped && (!later || isAwaited(result));
}

const isCounted = ({ parent }: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(parent) && parent.name.text === "length";

/** Promise.all(…) */
const isAwaited = ({ parent }: ts.Expression): boolean =>
  ts.isCallExpression(parent) && /^Promise\.all(Settled)?$/.test(parent.expression.getText());

/** A list of more than one, or of who knows how many: a stream hands its values on one by one. */
function isMany(of: ts.Expression): boolean {
  const node = unwrapped(of);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.length > 1 || node.elements.some(ts.isSpreadElement);
  if (ts.isCallExpression(node)) return /^Array\.(from|of)$/.test(node.expression.getText());
  const declaration = ts.isIdentifier(node) ? declarationOf(node) : undefined;
  return declaration !== undefined && isList(declaration);
}

function isList({ type, initializer }: ts.VariableDeclaration | ts.ParameterDeclaration): boolean {
  if (type) {
    const bare = ts.isTypeOperatorNode(type) ? type.type : type;
    const named = ts.isTypeReferenceNode(bare) ? bare.typeName.getText() : "";
    return ts.isArrayTypeNode(bare) || /^(Readonly)?Array$/.test(named);
  }
  if (!initializer) return false;
  const made = unwrapped(initializer);
  if (ts.isArrayLiteralExpression(made)) return made.elements.length !== 1;
  return (
    (ts.isNewExpression(made) || ts.isCallExpression(made)) &&
    /^Array(\.(from|of))?$/.test(made.expression.getText())
  );
}
