import { realpathSync } from "node:fs";
import { relative } from "node:path";
import { annotate } from "../../lint/annotate.ts";
import { applyFixes } from "../../lint/fix.ts";
import type { Host } from "../../lint/host.ts";
import { createLinter } from "../../lint/lint.ts";
import type { Settings } from "../../lint/settings.ts";
import { writeAll } from "../write.ts";
import { shown } from "./report.ts";

/** What files are to be: their new texts by path, none for those that stay as they are. */
export type Texts = ReadonlyMap<string, string>;

/** Makes the best fix of each finding; says what was done where, for the report. */
export async function fixAll(
  files: readonly string[],
  host: Host,
  settings: Settings,
  cwd: string,
): Promise<readonly string[]> {
  const { texts, made } = applyFixes(files, host, settings);
  await write(texts, cwd);
  return made.map(({ title, file, line }) => `${shown(file, cwd)}:${line}: fixed: ${title}`);
}

/** Writes each layer's shape to the line's end; says which files have changed, for the report. */
export async function annotateAll(
  files: readonly string[],
  host: Host,
  settings: Settings,
  cwd: string,
): Promise<readonly string[]> {
  const texts = annotated(files, host, settings);
  await write(texts, cwd);
  return [...texts.keys()].map((file) => `${shown(file, cwd)}: annotated`);
}

/** With the shape of each layer's output at the line's end. */
export function annotated(files: readonly string[], host: Host, settings: Settings): Texts {
  const linter = createLinter(host);
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = host.read(file);
    if (text === undefined || text.includes("\0")) continue;
    const made = annotate(linter.lint(file, settings), text);
    if (made !== text) texts.set(file, made);
  }
  return texts;
}

/** All or none. */
async function write(texts: Texts, cwd: string): Promise<void> {
  const files = [...texts].map(([file, text]) => ({
    name: relative(cwd, realpathSync(file)), // a link stays one
    text,
  }));
  await writeAll(cwd, files, "Each must be in a folder that can be written to.");
}
