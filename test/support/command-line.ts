import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const main = join(root, "src/cli/main.ts");
const tsx = join(root, "node_modules/tsx/dist/cli.mjs");

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of one's own with files in it, where `kernelsmith` is typed as a user types it. */
export class Folder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async with(files: { readonly [name: string]: string }): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), "kernelsmith-")));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), text);
    }
    return folder;
  }

  run(...args: readonly string[]): Promise<Ran> {
    return this.runIn({}, ...args);
  }

  runIn(env: { readonly [name: string]: string }, ...args: readonly string[]): Promise<Ran> {
    return new Promise((resolve) => {
      const options = { cwd: this.path, env: { ...process.env, NO_COLOR: "1", ...env } };
      const child = execFile(process.execPath, [tsx, main, ...args], options, (_, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
    });
  }

  /** Every file in it, folders included, in order. */
  async files(): Promise<string[]> {
    const all = await readdir(this.path, { recursive: true, withFileTypes: true });
    return all
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1))
      .sort();
  }

  read = (name: string): Promise<string> => readFile(join(this.path, name), "utf8");
  remove = (): Promise<void> => rm(this.path, { recursive: true, force: true });
}
