import { ts } from "ts-morph";
import { type Edits, importing } from "../edit.ts";
import type { Edit } from "../finding.ts";
import type { CallSite, Followed } from "../followed.ts";

type Property = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

/** A property of an object as it is written, where nothing else may set it. */
export function propertyOf(object: ts.Expression | undefined, name: string): Property | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  return object.properties.find(
    (p): p is Property =>
      (ts.isPropertyAssignment(p) || ts.isShorthandPropertyAssignment(p)) &&
      (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)) &&
      p.name.text === name,
  );
}

/** An option of a call as it is written. */
export const optionOf = ({ call }: CallSite, name: string): Property | undefined =>
  propertyOf(call.arguments.at(-1), name);

/** The expression that gives a property its value: `kernel` in { kernel }. */
export const valueOf = (property: Property): ts.Expression =>
  ts.isPropertyAssignment(property) ? property.initializer : property.name;

/** An option called by another name, with its value or another. */
export function renameOption(site: CallSite, from: string, to: string, text?: string): Edits {
  const property = optionOf(site, from);
  if (!property || optionOf(site, to)) return undefined;
  return [renamed(site.file, property, to, text)];
}

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
export function shapeOf(model: Followed, input: string): ts.ArrayLiteralExpression | undefined {
  const inputs = propertyOf(definitionOf(model), "inputs");
  const property = inputs && propertyOf(constant(valueOf(inputs), model.file), input);
  const list = property && constant(valueOf(property), model.file);
  return list && ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement)
    ? list
    : undefined;
}

/** What a name stands for where it is a constant of the file; `as const` and the like taken off. */
function constant(value: ts.Expression, file: ts.SourceFile): ts.Expression {
  const bare =
    ts.isAsExpression(value) ||
    ts.isSatisfiesExpression(value) ||
    ts.isParenthesizedExpression(value)
      ? value.expression
      : value;
  if (!ts.isIdentifier(bare)) return bare === value ? bare : constant(bare, file);
  const declared = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === bare.text);
  return declared?.initializer ? constant(declared.initializer, file) : bare;
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
