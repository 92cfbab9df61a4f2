import { ts } from "ts-morph";
import { type Edits, importing, setOptions } from "../edit.ts";
import type { Edit } from "../finding.ts";
import type { CallSite } from "../followed.ts";

export type Property = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

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
export function shapeOf(model: CallSite, input: string): ts.ArrayLiteralExpression | undefined {
  const inputs = propertyOf(definitionOf(model), "inputs");
  const property = inputs && propertyOf(constant(valueOf(inputs), model.file), input);
  const list = property && constant(valueOf(property), model.file);
  return list && ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement)
    ? list
    : undefined;
}

/**
 * Options set as they are or, where a value is computed, over what is computed. `edit.ts` leaves those alone,
 * for what others share; a call that is refused has nothing to lose.
 */
export function settled(site: CallSite, texts: { readonly [option: string]: string }): Edits {
  const plain: { [option: string]: string } = {};
  const edits: Edit[] = [];
  for (const [option, text] of Object.entries(texts)) {
    const property = optionOf(site, option);
    if (property && isComputed(property)) edits.push(renamed(site.file, property, option, text));
    else plain[option] = text;
  }
  const others = Object.keys(plain).length > 0 ? setOptions(site, plain) : [];
  return others && [...edits, ...others];
}

/** Whether a value is anything but numbers, a word, or true or false. */
const isComputed = (property: Property): boolean =>
  ts.isShorthandPropertyAssignment(property) ||
  !/^(["'`][^$]*["'`]|[\d.]+|\[[\d\s,.]*\]|true|false)$/.test(property.initializer.getText());

/** The constant of the file that gives an option its value, set where it is declared. */
export function settledConstant(site: CallSite, option: string, text: string) {
  const property = optionOf(site, option);
  const name = property && valueOf(property);
  if (!name || !ts.isIdentifier(name)) return undefined;
  const value = constant(name, site.file);
  if (value === name || !ts.isNumericLiteral(value)) return undefined;
  return { name: name.text, edits: [replaced(site.file, value, text)] };
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
