import { ts } from "ts-morph";
import * as everything from "../index.ts";
import type { Edit, Fix } from "./finding.ts";
import { packageName } from "./library.ts";
import { nearest } from "./nearest.ts";
import type { Told } from "./told.ts";

/** Functions that a file imports from us and calls, and that there are not. */
export function* strangers(file: ts.SourceFile): Iterable<Told> {
  const known = Object.keys(everything);
  for (const node of file.statements) {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) continue;
    const bindings = node.importClause?.namedBindings;
    if (node.moduleSpecifier.text !== packageName || !bindings || ts.isNamespaceImport(bindings))
      continue;
    const imported = bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
    for (const { name, propertyName } of bindings.elements) {
      const word = (propertyName ?? name).text;
      const call = known.includes(word) ? undefined : firstCall(file, name.text);
      if (!call) continue; // a type, perhaps: what is called is none
      const meant = nearest(word, known);
      const fixes =
        meant === undefined || imported.includes(meant) ? [] : [renamed(file, word, meant)];
      yield {
        site: { file, call },
        trail: [],
        diagnostic: {
          code: "KS110",
          message: `${packageName} has no ${word}`,
          ...(meant === undefined ? undefined : { fix: `The nearest there is is ${meant}.` }),
        },
        candidates: () => fixes,
        severity: "error",
      };
    }
  }
}

function firstCall(file: ts.SourceFile, name: string): ts.CallExpression | undefined {
  const visit = (node: ts.Node): ts.CallExpression | undefined =>
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name
      ? node
      : ts.forEachChild(node, visit);
  return visit(file);
}

/** The name as imported, and wherever it is used. */
function renamed(file: ts.SourceFile, word: string, meant: string): Fix {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === word && !isKey(node))
      edits.push({ file: file.fileName, start: node.getStart(file), end: node.end, text: meant });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { title: `Write ${meant}`, edits };
}

const isKey = ({ parent }: ts.Identifier): boolean =>
  ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent);
