import type { Edit } from "../../src/lint/finding.ts";
import type { Host } from "../../src/lint/host.ts";

/** Files of a test: text by absolute path. */
export function memory(files: { readonly [path: string]: string }): Host {
  return {
    read: (file) => files[file],
    resolve: (specifier, from) => {
      if (!specifier.startsWith(".")) return undefined;
      const path = new URL(specifier, `file://${from}`).pathname;
      return [path, `${path}.ts`].find((file) => files[file] !== undefined);
    },
  };
}

/** A file's text after edits of it, none of which overlap. */
export const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), text);
