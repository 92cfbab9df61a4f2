import { ts } from "ts-morph";
import type { Edit, Fix } from "./finding.ts";
import { Tensor } from "../graph/tensor.ts";
import type { CallSite } from "./followed.ts";
import { packageName } from "./library.ts";

/** Edits that belong together; undefined: the source is not in a form that can be edited safely. */
export type Edits = readonly Edit[] | undefined;

/** A fix of edits that all can be made; no fix where one of them cannot. */
export function fixOf(title: string, ...parts: readonly Edits[]): readonly Fix[] {
  const edits = parts.flatMap((part) => part ?? []);
  return edits.length > 0 && parts.every((part) => part !== undefined) ? [{ title, edits }] : [];
}

/** One option of a call set to an expression: conv2d(x, { kernel: 3 }) → conv2d(x, { kernel: 3, bias: false }). */
export const setOption = (site: Called, option: string, text: string): Edits =>
  setOptions(site, { [option]: text });

/**
 * Several, each replaced where it is given and added where it is not. A value that is computed is not
 * replaced: it is decided elsewhere, and maybe for other calls too.
 */
export function setOptions(site: Called, texts: { readonly [option: string]: string }): Edits {
  const options = optionsOf(site);
  if (options === "none") {
    const given = Object.entries(texts).map(([option, text]) => `${option}: ${text}`);
    return [appended(site, site.call.arguments, `{ ${given.join(", ")} }`)];
  }
  if (!options) return undefined;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [option, text] of Object.entries(texts)) {
    const found = propertyOf(options, option);
    if (found === "hidden") return undefined;
    if (found === "none") added.push(`${option}: ${text}`);
    else if (!isLiteral(found.initializer)) return undefined;
    else edits.push(replaced(site, found.initializer, text));
  }
  if (added.length === 0) return edits;
  const insertion =
    options.properties.length === 0
      ? replaced(site, options, `{ ${added.join(", ")} }`)
      : appended(site, options.properties, ...added);
  return [...edits, insertion];
}

/** An option left out again; the whole object where it was the only one. */
export function removeOption(site: Called, option: string): Edits {
  const options = optionsOf(site);
  if (!options || options === "none") return undefined;
  const found = propertyOf(options, option);
  if (typeof found === "string") return undefined;
  const whole = options.properties.length === 1;
  const argument = site.call.arguments.at(-1) ?? options;
  return [
    whole ? without(site, site.call.arguments, argument) : without(site, options.properties, found),
  ];
}

/** The call replaced by its first argument: relu(x) → x. A statement that becomes x = x goes. */
export function unwrap(site: CallSite): Edits {
  const [first] = site.call.arguments;
  if (!first || ts.isSpreadElement(first)) return undefined;
  const text = first.getText(site.file);
  const { parent } = site.call;
  if (
    ts.isBinaryExpression(parent) &&
    ts.isExpressionStatement(parent.parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left.getText(site.file) === text
  )
    return isListed(parent.parent) ? [withoutLine(site, parent.parent)] : undefined;
  return [replaced(site, site.call, isAtom(first) ? text : `(${text})`)];
}

/** The call within another: conv2d(x, o) → relu(conv2d(x, o)). */
export const wrap = (site: CallSite, fn: string): Edits => around(site, site.call, fn);

/** One argument within a call: linear(x, o) → linear(flatten(x), o). */
export function wrapArgument(site: CallSite, index: number, fn: string): Edits {
  const argument = argumentOf(site, index);
  return argument && around(site, argument, fn);
}

export function replaceArgument(site: CallSite, index: number, text: string): Edits {
  const argument = argumentOf(site, index);
  return argument && [replaced(site, argument, text)];
}

/** Another function called with the same arguments; it is what it is called in this file. */
export const replaceFunction = (site: CallSite, text: string): Edits => [
  replaced(site, site.call.expression, text),
];

/** What one of the library's functions is called in a file, and what must be added for it to be there. */
export interface Imported {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** A name of the library for a file that imports from it; undefined where the name is taken. */
export function importing(file: ts.SourceFile, name: string): Imported | undefined {
  const imports = file.statements.filter(isOfLibrary).flatMap((i) => i.importClause ?? []);
  const values = imports
    .filter((clause) => !clause.isTypeOnly)
    .flatMap((c) => c.namedBindings ?? []);
  const lists = values.filter(ts.isNamedImports);
  const found = lists
    .flatMap((list) => [...list.elements])
    .find((e) => !e.isTypeOnly && (e.propertyName ?? e.name).text === name);
  if (found) return { name: found.name.text, edits: [] };
  const [list] = lists;
  if (list && list.elements.length > 0 && !isTaken(file, name))
    return { name, edits: [appended({ file }, list.elements, name)] };
  const space = values.find(ts.isNamespaceImport);
  return space && { name: `${space.name.text}.${name}`, edits: [] };
}

/** A call, with the values of its arguments where they are known. */
type Called = CallSite & { readonly args?: readonly unknown[] };
type InFile = Pick<CallSite, "file">;

/** The object literal that is the last argument; "none" where the call has no options at all. */
function optionsOf({ call, args }: Called): ts.ObjectLiteralExpression | "none" | undefined {
  let last = call.arguments.at(-1);
  while (last && (ts.isAsExpression(last) || ts.isSatisfiesExpression(last)))
    last = last.expression;
  if (call.arguments.some(ts.isSpreadElement)) return undefined;
  if (!last) return "none";
  if (ts.isObjectLiteralExpression(last)) return last;
  if (call.arguments.length === 1) return "none";
  const value = args?.at(-1);
  const isOperand = typeof value === "number" || Array.isArray(value) || value instanceof Tensor;
  return isOperand ? "none" : undefined;
}

/** "hidden": what stands behind it, or its own form, may give it another value. */
function propertyOf(
  { properties }: ts.ObjectLiteralExpression,
  name: string,
): ts.PropertyAssignment | "none" | "hidden" {
  const open = (p: ts.ObjectLiteralElementLike) =>
    ts.isSpreadAssignment(p) || (p.name !== undefined && ts.isComputedPropertyName(p.name));
  const isIt = (p: ts.ObjectLiteralElementLike) =>
    p.name !== undefined &&
    (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)) &&
    p.name.text === name;
  const found = properties.findIndex(isIt);
  const property = properties[found];
  if (!property) return "none";
  if (properties.slice(found + 1).some((p) => open(p) || isIt(p))) return "hidden";
  return ts.isPropertyAssignment(property) ? property : "hidden";
}

/** 3, "same", [1, 2], and nothing with a name in it. */
const isLiteral = (value: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(value)
    ? value.elements.every(isLiteral)
    : ts.isPrefixUnaryExpression(value)
      ? isLiteral(value.operand)
      : ts.isLiteralExpression(value) || keywords.has(value.kind);
const keywords: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
]);

const argumentOf = ({ call }: CallSite, index: number): ts.Expression | undefined =>
  call.arguments.slice(0, index + 1).some(ts.isSpreadElement) ? undefined : call.arguments[index];

const replaced = ({ file }: InFile, node: ts.Node, text: string): Edit => ({
  file: file.fileName,
  start: node.getStart(file),
  end: node.end,
  text,
});

const inserted = ({ file }: InFile, at: number, text: string): Edit => ({
  file: file.fileName,
  start: at,
  end: at,
  text,
});

const around = (site: CallSite, node: ts.Node, fn: string): readonly Edit[] => [
  inserted(site, node.getStart(site.file), `${fn}(`),
  inserted(site, node.end, ")"),
];

/** Behind the last of a list, on lines of their own where the last has one. */
function appended(site: InFile, list: ts.NodeArray<ts.Node>, ...texts: readonly string[]): Edit {
  const last = list.at(-1);
  if (!last) return inserted(site, list.pos, texts.join(", "));
  const gap = leadingSpace(site.file.text, last.getStart(site.file));
  const comma = list.hasTrailingComma ? list.end : last.end;
  const body = texts.map((text) => `${gap.includes("\n") ? gap : " "}${text}`).join(",");
  return inserted(site, comma, list.hasTrailingComma ? `${body},` : `,${body}`);
}

/** The spaces and line ends right before a place. */
function leadingSpace(text: string, at: number): string {
  let start = at;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** One of a list left out, with the comma that parted it from its neighbour. */
function without({ file }: InFile, list: ts.NodeArray<ts.Node>, node: ts.Node): Edit {
  const i = list.indexOf(node);
  const [before, after] = [list[i - 1], list[i + 1]];
  const start = before ? before.end : node.getStart(file);
  const end = before ? node.end : after ? after.getStart(file) : list.end;
  return { file: file.fileName, start, end, text: "" };
}

/** A statement left out, with its line where it is alone on it. */
function withoutLine({ file }: InFile, statement: ts.Node): Edit {
  const { text } = file;
  const start = text.lastIndexOf("\n", statement.getStart(file) - 1) + 1;
  const newline = text.indexOf("\n", statement.end);
  const end = newline < 0 ? text.length : newline + 1;
  const alone =
    text.slice(start, statement.getStart(file)).trim() === "" &&
    text.slice(statement.end, end).trim() === "";
  if (!alone) return replaced({ file }, statement, "");
  return { file: file.fileName, start, end, text: "" };
}

/** Whether a statement stands among others, and not alone behind an if or a for. */
const isListed = ({ parent }: ts.Node): boolean =>
  ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);

/** Whether an expression stands anywhere as it is. */
const isAtom = (node: ts.Expression): boolean => ts.isLeftHandSideExpression(node);

const isOfLibrary = (node: ts.Statement): node is ts.ImportDeclaration =>
  ts.isImportDeclaration(node) &&
  ts.isStringLiteral(node.moduleSpecifier) &&
  node.moduleSpecifier.text === packageName;

/** Whether a name means something in a file: more than the key of a property. */
function isTaken(file: ts.SourceFile, name: string): boolean {
  const visit = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && node.text === name
      ? !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
        !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)
      : (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(file);
}
