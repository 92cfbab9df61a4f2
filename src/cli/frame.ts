import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type picocolors from "picocolors";
import { codes, type Diagnostic, type Place } from "../diagnostics.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** A diagnostic with the user's line, what is at fault underlined: for a terminal. */
export function framed(diagnostic: Diagnostic, colors: Colors, cwd = process.cwd()): string {
  const { code, message, node, notes = [], fix, at } = diagnostic;
  const title = `${colors.red(colors.bold(`error ${code}`))} ${codes[code].name}: `;
  const lines = [title + colors.bold(`${node ? `${node}: ` : ""}${message}`)];
  if (at)
    lines.push(`  ${colors.cyan(`${shown(at.file, cwd)}:${at.line}`)}`, ...excerpt(at, colors));
  lines.push(...notes.map((note) => `  ${note}`));
  if (fix) lines.push(`  ${colors.green(fix)}`);
  return lines.join("\n");
}

/** Relative where that is shorter to read. */
function shown(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short === "" || short.startsWith("..") ? file : short;
}

/** The line with the one before it, and marks under the call. */
function excerpt(at: Place, colors: Colors): string[] {
  const source = text(at.file)?.split(/\r?\n/);
  const line = source?.[at.line - 1];
  if (!source || line === undefined) return [];
  const width = `${at.line}`.length;
  const gutter = (n: number | string) => colors.dim(`  ${`${n}`.padStart(width)} │ `);
  const before = source[at.line - 2];
  const { from, length } = marked(line, at);
  const tabs = line.slice(0, from).replace(/[^\t]/g, " ");
  return [
    ...(before?.trim() ? [gutter(at.line - 1) + colors.dim(before)] : []),
    gutter(at.line) + line,
    gutter("") + tabs + colors.red("~".repeat(length)),
  ];
}

/**
 * The call on the line. A loader that rewrites imports moves columns to the right, by the same amount
 * for each call, so the name decides, and among calls of one name the column that fits best.
 */
function marked(line: string, at: Place): { from: number; length: number } {
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
