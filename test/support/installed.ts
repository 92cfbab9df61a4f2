import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Folder } from "./command-line.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/**
 * The package as it is published, built of these sources, in a folder's node_modules; its dependencies are this one's.
 * Its types take most of the time, and only TypeScript asks for them.
 */
export async function install(
  folder: Folder,
  packages: readonly string[],
  types: boolean,
): Promise<void> {
  const modules = join(folder.path, "node_modules");
  const own = join(modules, "kernelsmith");
  await mkdir(own, { recursive: true });
  await copyFile(join(root, "package.json"), join(own, "package.json"));
  for (const name of ["ts-morph", "prettier", ...packages]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(modules, name));
  }
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const emit = ["--outDir", join(own, "dist"), "--declaration", `${types}`, "--noCheck"]; // `npm run types` checks
  await run(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), ...emit]);
}

/** TypeScript, where its server looks for plugins beside itself: a link would lead it elsewhere. */
export async function installTypeScript(folder: Folder): Promise<string> {
  const to = join(folder.path, "node_modules/typescript");
  const from = join(root, "node_modules/typescript");
  await mkdir(to, { recursive: true });
  await copyFile(join(from, "package.json"), join(to, "package.json"));
  await cp(join(from, "lib"), join(to, "lib"), {
    recursive: true,
    filter: (path) => !/[/\\]lib[/\\][a-z-]+[/\\]/.test(path), // its translations
  });
  return join(to, "lib/tsserver.js");
}
