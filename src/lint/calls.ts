import { ts } from "ts-morph";
import { layerFunctions, packageName } from "./library.ts";

/** Calls of layers by the names under which a file imports them, and those of them that were reached. */
export function countCalls(source: ts.SourceFile, reached: ReadonlySet<ts.Node>) {
  const names = new Set<string>();
  const spaces = new Set<string>();
  for (const node of source.statements) {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) continue;
    const bindings = node.importClause?.namedBindings;
    if (node.moduleSpecifier.text !== packageName || !bindings) continue;
    if (ts.isNamespaceImport(bindings)) spaces.add(bindings.name.text);
    else
      for (const { name, propertyName } of bindings.elements)
        if (layerFunctions.has((propertyName ?? name).text)) names.add(name.text);
  }
  let [all, followed] = [0, 0];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && (isLayer(node.expression) || reached.has(node))) {
      all++;
      if (reached.has(node)) followed++;
    }
    ts.forEachChild(node, visit);
  };
  const isLayer = (callee: ts.Expression): boolean =>
    ts.isIdentifier(callee)
      ? names.has(callee.text)
      : ts.isPropertyAccessExpression(callee) &&
        ts.isIdentifier(callee.expression) &&
        spaces.has(callee.expression.text) &&
        layerFunctions.has(callee.name.text);
  if (names.size + spaces.size + reached.size > 0) visit(source);
  return { all, followed };
}
