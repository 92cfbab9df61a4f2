import { ts } from "ts-morph";
import type { Finding } from "./finding.ts";
import { spanOf } from "./span.ts";

/** The first fault of a file that is no TypeScript. */
export function syntaxError(source: ts.SourceFile): Omit<Finding, "fixes"> | undefined {
  const { parseDiagnostics = [] } = source as unknown as {
    readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[]; // the parser's own, in no type
  };
  const [first] = parseDiagnostics;
  if (!first) return undefined;
  const said = ts.flattenDiagnosticMessageText(first.messageText, "\n").replace(/\.$/, "");
  const start = Math.min(first.start, source.text.length);
  return {
    code: "KS508",
    severity: "error",
    message: `the file cannot be parsed: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    at: spanOf(source, start, Math.min(source.text.length, start + Math.max(1, first.length))),
    trail: [],
  };
}
