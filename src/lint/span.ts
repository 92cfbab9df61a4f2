import type { ts } from "ts-morph";
import type { Span } from "./finding.ts";
import type { CallSite } from "./followed.ts";

/** The stretch of a file from one offset to another. */
export function spanOf(file: ts.SourceFile, start: number, end: number): Span {
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  return {
    file: file.fileName,
    start,
    end,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** Where a call is told of: at the function's name, not over all of its arguments. */
export function siteSpan({ file, call }: CallSite): Span {
  const { expression } = call;
  return spanOf(file, call.getStart(file), expression.end);
}
