import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type picocolors from "picocolors";
import { codes, type Diagnostic, type Place } from "../diagnostics.ts";
import type { Finding, Span } from "../lint/finding.ts";
import { best } from "../lint/fix.ts";

export type Colors = ReturnType<typeof picocolors.createColors>;

/** A diagnostic, and what a linter knows beyond it. */
export type Framed = Omit<Diagnostic, "at"> & {
  readonly at?: Place | Span;
} & Partial<Pick<Finding, "severity" | "trail" | "fixes">>;

/** A diagnostic with the user's line, what is at fault underlined: for a terminal. */
export function framed(diagnostic: Framed, colors: Colors, cwd = process.cwd()): string {
  const { code, message, node, notes = [], fix, at, severity = "error" } = diagnostic;
  const { trail = [], fixes = [] } = diagnostic;
  const loud = severity === "error" ? colors.red : colors.yellow;
  const title = `${loud(colors.bold(`${severity} ${code}`))} ${codes[code].name}: `;
  const lines = [title + colors.bold(`${node ? `${node}: ` : ""}${message}`)];
  if (at) lines.push(`  ${colors.cyan(placed(at, cwd))}`, ...excerpt(at, colors, loud));
  lines.push(...trail.map((span) => colors.dim(`  called from ${placed(span, cwd)}`)));
  lines.push(...notes.map((note) => `  ${note}`));
  if (fix) lines.push(`  ${colors.green(fix)}`);
  const made = best({ fixes });
  const offered = made ?? fixes[0];
  if (offered) lines.push(`  ${colors.green(`${made ? "--fix" : "possible"}: ${offered.title}`)}`);
  return lines.join("\n");
}

/** "net.ts:3", and with the column where that is exact; relative where that is shorter to read. */
function placed(at: Place | Span, cwd: string): string {
  const short = relative(cwd, at.file);
  const file = short === "" || short.startsWith("..") ? at.file : short;
  return `${file}:${at.line}${"endLine" in at ? `:${at.column}` : ""}`;
}

/** The line with the one before it, and marks under the call. */
function excerpt(at: Place | Span, colors: Colors, loud: Colors["red"]): string[] {
  const source = text(at.file)?.split(/\r?\n/);
  const line = source?.[at.line - 1];
  if (!source || line === undefined) return [];
  const width = `${at.line}`.length;
  const gutter = (n: number | string) => colors.dim(`  ${`${n}`.padStart(width)} │ `);
  const before = source[at.line - 2];
  const { from, length } = "endLine" in at ? within(line, at) : marked(line, at);
  const tabs = line.slice(0, from).replace(/[^\t]/g, " ");
  return [
    ...(before?.trim() ? [gutter(at.line - 1) + colors.dim(before)] : []),
    gutter(at.line) + line,
    gutter("") + tabs + loud("~".repeat(length)),
  ];
}

/** What of the stretch is on its first line. */
function within(line: string, at: Span): { from: number; length: number } {
  const end = at.endLine === at.line ? at.endColumn - 1 : line.length;
  return { from: at.column - 1, length: Math.max(1, end - at.column + 1) };
}

/**
 * The call on the line. A loader that rewrites imports moves columns to the right, by the same amount
 * for each call, so the name decides, and among calls of one name the column that fits best.
 */
export function marked(line: string, at: Place): { from: number; length: number } {
  const calls = [...line.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*(?=\s*[(<])/gu)];
  const named = calls.filter(([name]) => name === at.call);
  const moved = (index: number) =>
    index + 1 + inserted * (calls.filter((c) => c.index < index).length + 1);
  const [best] = named.sort(
    (a, b) => Math.abs(moved(a.index) - at.column) - Math.abs(moved(b.index) - at.column),
  );
  if (best) return { from: best.index, length: best[0].length };
  const word = /^[\p{ID_Continue}$]+/u.exec(line.slice(at.column - 1));
  if (word) return { from: at.column - 1, length: word[0].length };
  return { from: line.length - line.trimStart().length, length: Math.max(1, line.trim().length) };
}

/** conv2d(…) becomes (0, _kernelsmith.conv2d)(…). */
const inserted = "(0, _kernelsmith.)".length;

function text(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
