import type ts from "typescript";
import { type Code, codes } from "../diagnostics.ts";
import type { Edit, Finding, Span } from "../lint/finding.ts";

/** What the linter found about a file, and the server's sources. */
export interface Answer {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly sourceOf: (path: string) => ts.SourceFile | undefined;
}

/** TypeScript's codes are numbers, and none of them is below 1000: KS251 is 251. */
const numberOf = (code: Code): number => Number(code.slice(2));
export const numbers: readonly number[] = (Object.keys(codes) as Code[]).map(numberOf); // its keys

const categories = { warning: 0, error: 1 } as const; // ts.DiagnosticCategory

export function diagnosticsOf(answer: Answer): readonly ts.Diagnostic[] {
  const file = answer.sourceOf(answer.file);
  return placed(answer).map(({ finding, at }) => ({
    file,
    start: at.start,
    length: at.end - at.start,
    category: categories[finding.severity],
    code: numberOf(finding.code),
    source: "kernelsmith",
    messageText: textOf(finding),
    relatedInformation: [...finding.trail, finding.at]
      .filter((span) => span !== at)
      .flatMap((span) => related(span, span === finding.at, answer)),
  }));
}

/** Where a finding is told: where it is, or, in a block of another file, at the call of this one that leads there. */
const placed = ({ file, findings }: Answer) =>
  findings.flatMap((finding) => {
    const at = [...finding.trail, finding.at].findLast((span) => span.file === file);
    return at ? [{ finding, at }] : [];
  });

const related = (span: Span, last: boolean, { sourceOf }: Answer) => {
  const file = sourceOf(span.file);
  if (!file) return [];
  const { start, end } = span;
  const messageText = last ? "it is here" : "called here";
  return [{ file, start, length: end - start, category: 3 as const, code: 0, messageText }]; // a message
};

const textOf = ({ code, message, notes = [], fix }: Finding): string =>
  [`${codes[code].name}: ${message}`, ...notes, ...(fix ? [fix] : [])].join("\n");

/** The fixes of findings that touch a stretch of the file. */
export function fixesOf(
  answer: Answer,
  start: number,
  end: number,
  asked: readonly number[],
): readonly ts.CodeFixAction[] {
  return placed(answer)
    .filter(({ finding }) => asked.includes(numberOf(finding.code)))
    .filter(({ at }) => at.start <= end && start <= at.end)
    .flatMap(({ finding }) =>
      finding.fixes.map(({ title, edits }) => ({
        fixName: codes[finding.code].name,
        description: title,
        changes: changesOf(edits),
      })),
    );
}

function changesOf(edits: readonly Edit[]): ts.FileTextChanges[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.map((fileName) => ({
    fileName,
    textChanges: edits
      .filter(({ file }) => file === fileName)
      .map(({ start, end, text }) => ({ span: { start, length: end - start }, newText: text })),
  }));
}
