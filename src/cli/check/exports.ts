import { ts } from "ts-morph";
import type { Diagnostic } from "../../diagnostics.ts";

/** Of a file that gives no model; `names` is what it does export. */
export const withoutModel = (path: string, names: readonly string[]): Diagnostic => ({
  code: "KS501",
  message: `${path} exports no model${names.length > 0 ? `, only ${names.join(", ")}` : ""}`,
  fix: "A model file ends in `export default defineModel({ … })`.",
});

/**
 * The names that a file exports, where each is plainly no model: a function, a class, a type, a literal.
 * Undefined where any might be one.
 */
export function plainExports(source: ts.SourceFile): readonly string[] | undefined {
  if (/\bexports\b/.test(source.text)) return undefined; // CommonJS
  const names: string[] = [];
  for (const node of source.statements) {
    if (ts.isExportAssignment(node)) {
      if (!isPlain(node.expression)) return undefined;
      names.push("default");
    } else if (ts.isExportDeclaration(node)) {
      const { exportClause, moduleSpecifier } = node;
      const nothing = exportClause && ts.isNamedExports(exportClause) && exportClause.elements;
      if (!node.isTypeOnly && (moduleSpecifier || !nothing || nothing.length > 0)) return undefined;
    } else if (isExported(node)) {
      if (!ts.isVariableStatement(node)) names.push(...nameOf(node));
      else
        for (const { name, initializer } of node.declarationList.declarations) {
          if (!ts.isIdentifier(name) || !initializer || !isPlain(initializer)) return undefined;
          names.push(name.text);
        }
    }
  }
  return names;
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Of what is there when the file is run. */
const nameOf = (node: ts.Statement): string[] =>
  ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)
    ? [node.name?.text ?? "default"]
    : [];

const isPlain = (node: ts.Expression): boolean =>
  ts.isLiteralExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isClassExpression(node) ||
  ts.isObjectLiteralExpression(node) ||
  ts.isArrayLiteralExpression(node) ||
  ts.isTemplateExpression(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  node.kind === ts.SyntaxKind.NullKeyword;
