import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";

/** Pages by their file names. */
export type Pages = ReadonlyMap<string, string>;

export const block = (lines: readonly string[], language = ""): string[] => [
  `\`\`\`${language}`,
  ...lines,
  "```",
];

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => "---"), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );

/** As Prettier has them. */
export async function formatted(pages: Iterable<readonly [string, string]>): Promise<Pages> {
  const options = { parser: "markdown", printWidth: 100, proseWrap: "always" as const };
  const written = [...pages].map(
    async ([file, text]) => [file, await format(text, options)] as const,
  );
  return new Map(await Promise.all(written));
}

/** Code as it stands on a page: with other lines than the declaration has, a message would name other lines. */
export const neat = (code: string): Promise<string> =>
  format(code, { parser: "typescript", printWidth: 100 });

/** A folder of these pages and no others. */
export function writePages(folder: string, pages: Pages): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
}
