import { ts } from "ts-morph";
import { type Edits, importing } from "../edit.ts";
import type { Edit } from "../finding.ts";
import type { CallSite } from "../followed.ts";

export type Property = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

/** A property of an object as it is written: in the object, or in a constant that is spread in it. */
export function propertyOf(object: ts.Expression | undefined, name: string): Property | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  const spread = object.properties
    .filter(ts.isSpreadAssignment)
    .map(({ expression }) => propertyOf(constant(expression, object.getSourceFile()), name));
  const own = object.properties.find(
    (p): p is Property =>
      (ts.isPropertyAssignment(p) || ts.isShorthandPropertyAssignment(p)) &&
      (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)) &&
      p.name.text === name,
  );
  return own ?? spread.find((property) => property !== undefined);
}

/** The expression that gives a property its value: `kernel` in { kernel }. */
export const valueOf = (property: Property): ts.Expression =>
  ts.isPropertyAssignment(property) ? property.initializer : property.name;

export function renamed(file: ts.SourceFile, property: Property, to: string, text?: string): Edit {
  const value = text ?? valueOf(property).getText(file);
  return replaced(file, property, value === to ? to : `${to}: ${value}`);
}

export const replaced = (file: ts.SourceFile, node: ts.Node, text: string): Edit => ({
  file: file.fileName,
  start: node.getStart(file),
  end: node.end,
  text,
});

/** The object that a model is defined by, where it is written in the call. */
export const definitionOf = ({ call }: CallSite): ts.Expression | undefined => call.arguments[0];

/** The list of sizes that an input's shape is written as, in the model's call or as a constant beside it. */
export function shapeOf(model: CallSite, input: string): ts.ArrayLiteralExpression | undefined {
  const inputs = propertyOf(definitionOf(model), "inputs");
  const property = inputs && propertyOf(constant(valueOf(inputs), model.file), input);
  const list = property && constant(valueOf(property), model.file);
  return list && ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement)
    ? list
    : undefined;
}

/** What a name stands for where it is a constant of the file; `as const` and the like taken off. */
export function constant(value: ts.Expression, file: ts.SourceFile): ts.Expression {
  const bare =
    ts.isAsExpression(value) ||
    ts.isSatisfiesExpression(value) ||
    ts.isParenthesizedExpression(value)
      ? value.expression
      : value;
  if (!ts.isIdentifier(bare)) return bare === value ? bare : constant(bare, file);
  const [declared, ...more] = declarationsOf(bare.text, file);
  if (!declared || more.length > 0 || !isConstant(declared)) return bare;
  return declared.initializer ? constant(declared.initializer, file) : bare;
}

const isConstant = (node: ts.Declaration): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;

/** Everything in a file that declares a name: where it is one thing, the name means that. */
function declarationsOf(name: string, file: ts.SourceFile): readonly ts.Declaration[] {
  const found: ts.Declaration[] = [];
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name) && node.name.text === name)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** An expression put into a call of another layer: x → reshape(x, [16, 1, 1]). */
export function within(
  file: ts.SourceFile,
  node: ts.Expression | undefined,
  layer: string,
  ...more: readonly string[]
): Edits {
  const imported = importing(file, layer);
  if (!node || !imported) return undefined;
  const start = node.getStart(file);
  const rest = more.map((text) => `, ${text}`).join("");
  return [
    { file: file.fileName, start, end: start, text: `${imported.name}(` },
    { file: file.fileName, start: node.end, end: node.end, text: `${rest})` },
    ...imported.edits,
  ];
}
