import { fileURLToPath } from "node:url";
import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** A source that stands in this folder, and the program that it is. */
export function compiled(source: string): {
  readonly program: ts.Program;
  readonly file: ts.SourceFile;
} {
  const path = fileURLToPath(new URL("in-memory.ts", import.meta.url));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022);
  host.fileExists = (name) => name === path || fileExists.call(host, name);
  host.getSourceFile = (name, version) =>
    name === path ? file : getSourceFile.call(host, name, version);
  return { program: ts.createProgram([path], options, host), file };
}

/** What the compiler says of a source that stands in this folder: "line: the text from that place on: message". */
export function complaints(source: string): string[] {
  return ts.getPreEmitDiagnostics(compiled(source).program).map(said);
}

export function said({ file, start = 0, length = 0, messageText }: ts.Diagnostic): string {
  const at = file?.text.slice(start, start + length) ?? "";
  return `${lineOf({ file, start })}: ${at}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

/** Counted from 1; 0 for what stands in no file. */
export const lineOf = ({ file, start = 0 }: Pick<ts.Diagnostic, "file" | "start">): number =>
  file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
