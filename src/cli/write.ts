import { chmod, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuse } from "../diagnostics.ts";

export interface File {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/**
 * Writes all of the files or none: first under other names in the same folder, then each is renamed.
 * When a rename fails, what was there before is put back. A file that is there keeps who may do what with it.
 */
export async function writeAll(
  folder: string,
  files: readonly File[],
  advice = "Give a folder that can be written to with --out.",
): Promise<readonly string[]> {
  const suffix = `.${process.pid}.kernelsmith`;
  const all = files.map((file) => ({ ...file, path: join(folder, file.name) }));
  const moved: { path: string; kept: boolean }[] = [];
  let current = folder;
  try {
    for (const { path, text } of all) {
      current = path;
      await makeFolder(dirname(path));
      await writeFile(`${path}${suffix}`, text);
      const mode = await stat(path).then(
        (there) => there.mode,
        () => undefined,
      );
      if (mode !== undefined) await chmod(`${path}${suffix}`, mode);
    }
    for (const { path } of all) {
      current = path;
      const kept = await renamed(path, `${path}.before${suffix}`);
      moved.push({ path, kept });
      await rename(`${path}${suffix}`, path);
    }
  } catch (error) {
    for (const { path, kept } of moved.reverse())
      if (kept) await rename(`${path}.before${suffix}`, path);
      else await rm(path, { force: true });
    for (const { path } of all)
      await rm(`${path}${suffix}`, { force: true }).catch(() => undefined);
    refuse("KS504", `cannot write ${current}: ${reason(error)}`, {
      fix: `Nothing was changed. ${advice}`.trim(),
    });
  }
  for (const { path, kept } of moved)
    if (kept) await rm(`${path}.before${suffix}`, { force: true });
  return all.map(({ path }) => path);
}

/** As `mkdir -p`. Node's own never returns where a folder cannot be made in one that is there, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await isFolder(path))) throw error; // another run may have been faster
  });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Whether there was a file to move; a folder is in the way. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    if (await isFolder(from)) throw Object.assign(new Error(), { code: "EISDIR" });
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

const words: { readonly [code: string]: string } = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  ENOENT: "no folder can be made there",
  EEXIST: "a part of its path is a file",
};
const reason = (error: unknown): string =>
  words[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
