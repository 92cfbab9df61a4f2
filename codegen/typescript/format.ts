import * as estree from "prettier/plugins/estree";
import * as babel from "prettier/plugins/babel";
import { format } from "prettier/standalone";
import { Project, type StatementStructures, ts } from "ts-morph";
import { invariant } from "../../src/diagnostics.ts";

/** A piece of the module: a structure ts-morph writes, or text that is one already. */
export type Part = StatementStructures | string;

/** The parts one after the other, an empty line between. */
export function typescript(parts: readonly Part[]): string {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const statements = parts.map((part) => (typeof part === "string" ? `\n${part.trim()}` : part));
  return project.createSourceFile("module.ts", { statements }).getFullText();
}

/**
 * Prettier as this project has it, whatever configuration lies about where the module goes. Babel
 * reads our modules to the same text as TypeScript's own parser, in 60 % of the time.
 */
export const formatted = (text: string): Promise<string> =>
  format(text, { parser: "babel-ts", plugins: [estree, babel], printWidth: 100 });

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  removeComments: false,
};

/** The same text without its types. TypeScript drops empty lines: they come back before doc comments. */
export const javaScript = (text: string): string =>
  ts.transpileModule(text, { compilerOptions }).outputText.replace(/\n(?=\/\*\*)/g, "\n\n");

/** What the text exports, every export being typed in full. */
export function declarations(text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    compilerOptions: { ...compilerOptions, declaration: true, isolatedDeclarations: true },
  });
  invariant(diagnostics.length === 0, `a declaration: ${diagnostics[0]?.messageText}`);
  return outputText.replace(/\n(?=\/\*\*)/g, "\n\n");
}
