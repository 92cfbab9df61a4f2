import { ts } from "ts-morph";
import { type Edits, removeOption, setOptions } from "../edit.ts";
import type { Edit } from "../finding.ts";
import type { CallSite } from "../followed.ts";
import { isPlain } from "../interpreter/values.ts";
import { constant, propertyOf, type Property, renamed, replaced, valueOf } from "./source.ts";

type Called = CallSite & { readonly args?: readonly unknown[] };

/**
 * The objects in the file that a call's options may have been written as: in the call itself, as a constant,
 * or anywhere else if they say the same.
 */
export function writtenAs({ call, file, args }: Called): readonly ts.ObjectLiteralExpression[] {
  const last = call.arguments.at(-1);
  const own = last && constant(last, file);
  if (own && ts.isObjectLiteralExpression(own)) return [own];
  const value = args?.at(-1);
  if (!last || call.arguments.length < 2 || !isPlain(value)) return [];
  const said = JSON.stringify(value);
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && JSON.stringify(literal(node)) === said)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What an expression of nothing but literals is worth; null where there is more to it. */
function literal(node: ts.Expression): unknown {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literal);
  if (!ts.isObjectLiteralExpression(node)) return null;
  const entries = node.properties.map((p): [string, unknown] =>
    ts.isPropertyAssignment(p) && ts.isIdentifier(p.name)
      ? [p.name.text, literal(p.initializer)]
      : ["", null],
  );
  return Object.fromEntries(entries);
}

/** An option of a call as it is written. */
export function optionOf(site: Called, name: string): Property | undefined {
  const [object] = writtenAs(site);
  return propertyOf(object, name);
}

/** An option called by another name, with its value or another, wherever it is written. */
export function renameOption(site: Called, from: string, to: string, text?: string): Edits {
  const all = writtenAs(site).map((object) => [propertyOf(object, from), propertyOf(object, to)]);
  const edits = all.map(([own, other]) =>
    own && (from === to || !other) ? renamed(site.file, own, to, text) : undefined,
  );
  return edits.length > 0 && edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** An option left out, wherever it is written. */
export function dropOption(site: Called, name: string): Edits {
  const last = site.call.arguments.at(-1);
  if (last && ts.isObjectLiteralExpression(last)) return removeOption(site, name);
  const edits = writtenAs(site).flatMap((object): Edit[] => {
    const property = propertyOf(object, name);
    if (!property || object.properties.length < 2) return [];
    const i = object.properties.indexOf(property);
    const [before, after] = [object.properties[i - 1], object.properties[i + 1]];
    const start = before ? before.end : property.getStart(site.file);
    const end = before ? property.end : (after?.getStart(site.file) ?? property.end);
    return [{ file: site.file.fileName, start, end, text: "" }];
  });
  return edits.length > 0 ? edits : undefined;
}

/**
 * Options set as they are or, where a value is computed, over what is computed. `edit.ts` leaves those alone,
 * for what others share; a call that is refused has nothing to lose.
 */
export function settled(site: Called, texts: { readonly [option: string]: string }): Edits {
  const plain: { [option: string]: string } = {};
  const edits: Edit[] = [];
  const last = site.call.arguments.at(-1);
  const inline = last && ts.isObjectLiteralExpression(last);
  for (const [option, text] of Object.entries(texts)) {
    const property = optionOf(site, option);
    if (property && (!inline || isComputed(property)))
      edits.push(...(renameOption(site, option, option, text) ?? []));
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
