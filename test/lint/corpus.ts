import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../../src/cli/load.ts";
import { type Code, codes, KernelsmithError } from "../../src/diagnostics.ts";

/** What is said of a line of a file: "one-name.ts:4 KS104". */
export type Verdict = `${string}:${number} ${Code}`;

/** A model file of the corpus, and what its comments say must be told of it. */
export interface Model {
  /** "faulty/one-name.ts" */
  readonly name: string;
  readonly file: string;
  /** `// !! KS104`, in the file itself and in the parts it imports. */
  readonly expected: readonly Verdict[];
  /** `// ok KS256`: may be told, since it is so. */
  readonly allowed: readonly Verdict[];
}

export const here = dirname(fileURLToPath(import.meta.url));

export function corpus(folder: string): readonly Model[] {
  const root = resolve(here, folder);
  return readdirSync(root)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => {
      const file = resolve(root, name);
      const files = [file, ...partsOf(file)];
      return {
        name: `${folder}/${name}`,
        file,
        expected: files.flatMap((file) => marks(file, "!!")),
        allowed: files.flatMap((file) => marks(file, "ok")),
      };
    });
}

export const verdict = (file: string, line: number, code: Code): Verdict =>
  `${relative(here, file)}:${line} ${code}`;

export const isRefusal = (code: string): boolean => /^KS(1|20|21)/.test(code);

const isCode = (word: string): word is Code => Object.hasOwn(codes, word);

function marks(file: string, sign: "!!" | "ok"): readonly Verdict[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => {
      const [, words = ""] = line.split(`// ${sign} `);
      return words.split(" ").flatMap((word) => (isCode(word) ? verdict(file, i + 1, word) : []));
    });
}

/** The files beside a model that it imports, and those that they import. */
function partsOf(file: string, seen = new Set([file])): readonly string[] {
  const found = [...readFileSync(file, "utf8").matchAll(/from ["'](\.[^"']+)["']/g)]
    .map(([, path = ""]) => resolve(dirname(file), path))
    .filter((path) => !seen.has(path));
  for (const path of found) seen.add(path);
  return found.flatMap((path) => [path, ...partsOf(path, seen)]);
}

/** What the compiler says of a file when it is run: where it refuses and why, or nothing. */
export async function executed(file: string): Promise<Verdict | undefined> {
  try {
    await load(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof KernelsmithError)) throw error;
    const { at, code, message } = error.diagnostic;
    if (code === "KS501") return undefined; // it gives functions that make models
    if (!at) throw new Error(`${basename(file)}: ${code} ${message} has no place`);
    return verdict(at.file, at.line, code);
  }
}
