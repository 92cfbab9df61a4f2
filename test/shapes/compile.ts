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

/** What the compiler says of a source that stands in this folder: "line: the text from that place on: message". */
export function complaints(source: string): string[] {
  const path = fileURLToPath(new URL("in-memory.ts", import.meta.url));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists.call(host, name);
  host.getSourceFile = (name, version) =>
    name === path
      ? ts.createSourceFile(name, source, version)
      : getSourceFile.call(host, name, version);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, length = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const at = file?.text.slice(start, start + length) ?? "";
    return `${line}: ${at}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
