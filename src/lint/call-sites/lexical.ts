import { ts } from "ts-morph";

/** What TypeScript and awaiting add around an expression. */
export function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAwaitExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** The outermost expression that is nothing but this one, wrapped. */
export function wrapped(node: ts.Expression): ts.Expression {
  const { parent } = node;
  return ts.isExpression(parent) && parent !== node && unwrapped(parent) === unwrapped(node)
    ? wrapped(parent)
    : node;
}

export type Declared = ts.VariableDeclaration | ts.ParameterDeclaration;

/** Where a name is declared by itself; undefined where that is an import, a pattern or anything else. */
export function declarationOf(name: ts.Identifier): Declared | undefined {
  for (let at: ts.Node = name.parent; ; at = at.parent) {
    const found = declaredIn(at).find(({ names }) => names.includes(name.text));
    if (found) return found.by;
    if (ts.isSourceFile(at)) return undefined;
  }
}

/** Whether what a name stands for is declared within a stretch of code around it. */
export function isBoundWithin(name: ts.Identifier, code: ts.Node): boolean {
  for (let at: ts.Node = name.parent; within(at, code); at = at.parent) {
    if (declaredIn(at).some(({ names }) => names.includes(name.text))) return true;
    if (ts.isSourceFile(at)) return false;
  }
  return false;
}

interface Declaration {
  readonly names: readonly string[];
  readonly by?: Declared;
}

/** What is declared in a block, by a loop or by a function's parameters. */
function declaredIn(node: ts.Node): readonly Declaration[] {
  if (ts.isFunctionLike(node)) return node.parameters.map(declared);
  if (ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node))
    return node.statements.flatMap((statement): readonly Declaration[] => {
      if (ts.isVariableStatement(statement)) return listed(statement.declarationList);
      const { name } = statement as { readonly name?: ts.Node }; // of functions, classes, enums and modules
      return name && ts.isIdentifier(name) ? [{ names: [name.text] }] : [];
    });
  if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node))
    return node.initializer && ts.isVariableDeclarationList(node.initializer)
      ? listed(node.initializer)
      : [];
  return ts.isCatchClause(node) && node.variableDeclaration
    ? [{ names: namesIn(node.variableDeclaration.name) }]
    : [];
}

const listed = ({ declarations }: ts.VariableDeclarationList): readonly Declaration[] =>
  declarations.map(declared);

const declared = (by: Declared): Declaration =>
  ts.isIdentifier(by.name) ? { names: [by.name.text], by } : { names: namesIn(by.name) };

const namesIn = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((part) => (ts.isBindingElement(part) ? namesIn(part.name) : []));

/** Whether a name is bound for good. */
export const isConstant = (declaration: Declared): boolean =>
  ts.isVariableDeclaration(declaration) &&
  ts.isVariableDeclarationList(declaration.parent) &&
  (declaration.parent.flags & ts.NodeFlags.Const) !== 0;

/** A list of numbers as it is written. */
export function numbersIn(node: ts.Node | undefined): readonly number[] | undefined {
  if (!node || !ts.isArrayLiteralExpression(node)) return undefined;
  const found = node.elements.map((part) => (ts.isNumericLiteral(part) ? Number(part.text) : NaN));
  return found.length > 0 && found.every(Number.isFinite) ? found : undefined;
}

export const within = (node: ts.Node, outer: ts.Node): boolean =>
  node.pos >= outer.pos && node.end <= outer.end && node.getSourceFile() === outer.getSourceFile();

/** How often a name occurs in code, other than as a property's. */
export function mentions(name: string, code: ts.Node): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    const property = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && node.text === name && !property) found.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(code, visit);
  return found;
}
