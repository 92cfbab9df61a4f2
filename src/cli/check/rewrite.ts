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

/** With the best fix of each finding made. */
export const fixed = (files: readonly string[], host: Host, settings: Settings): Texts =>
  applyFixes(files, host, settings);

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

/** Writes them, all or none; says which, for the report. */
export async function written(
  texts: Texts,
  cwd: string,
  what: "fixed" | "annotated",
): Promise<readonly string[]> {
  const files = [...texts].map(([file, text]) => ({
    name: relative(cwd, realpathSync(file)), // a link stays one
    text,
  }));
  await writeAll(cwd, files, "Each must be in a folder that can be written to.");
  return [...texts.keys()].map((file) => `${shown(file, cwd)}: ${what}`);
}
