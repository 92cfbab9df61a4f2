import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Diagnostic } from "../../diagnostics.ts";
import { diskHost } from "../../disk/host.ts";
import { isApp } from "../../lint/concerns.ts";

/** A file to be linted. */
export interface Chosen {
  readonly file: string;
  /** By its own path: what is wrong with the file as such is told, whereas what a glob finds may be anything. */
  readonly named: boolean;
}

export interface Choice {
  readonly files: readonly Chosen[];
  /** What was asked for and is not there. */
  readonly missing: readonly Diagnostic[];
}

/** The files that arguments mean: paths, folders and globs. */
export async function chosenBy(args: readonly string[], cwd: string): Promise<Choice> {
  const files = new Map<string, Chosen>();
  const missing: Diagnostic[] = [];
  for (const arg of args) {
    const path = slashed(resolve(cwd, arg));
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) files.set(path, { file: path, named: true });
    else {
      const found = stat
        ? await modelsBelow(path)
        : isDynamicPattern(arg)
          ? (await matching(arg, cwd)).filter(isSource)
          : [];
      for (const file of found) if (!files.has(file)) files.set(file, { file, named: false });
      if (found.length === 0) missing.push(stat ? empty(arg) : absent(arg));
    }
  }
  return { files: [...files.values()], missing };
}

/** Without arguments: what the configuration says, or every file that looks like a model's or an app's. */
export async function chosenByDefault(
  { models, folder }: { readonly models: readonly string[] | undefined; readonly folder: string },
  cwd: string,
): Promise<Choice> {
  if (models) return chosenBy(models, folder);
  const files = (await modelsBelow(cwd)).map((file) => ({ file, named: false }));
  return { files, missing: files.length > 0 ? [] : [empty(".")] };
}

const absent = (arg: string): Diagnostic =>
  isDynamicPattern(arg)
    ? { code: "KS503", message: `no file matches ${arg}` }
    : {
        code: "KS503",
        message: `cannot read ${arg}: there is no such file`,
        fix: "The model is given by the path of a TypeScript or JavaScript file.",
      };

const empty = (folder: string): Diagnostic => ({
  code: "KS501",
  message: `there is no model file in ${folder}`,
  fix: "A model file is called model.ts or ends in .model.ts, or imports defineModel from kernelsmith.",
});

/** model.ts, *.model.ts, what else calls the library's defineModel, and the apps that use compiled modules. */
const modelsBelow = async (folder: string): Promise<readonly string[]> => {
  const disk = diskHost();
  const looksLikeOne = (file: string): boolean => {
    const text = disk.read(file) ?? "";
    return definesModel(text) || isApp(file, text, disk);
  };
  return (await matching("**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}", folder)).filter(
    (file) => isSource(file) && (hasModelsName(file) || looksLikeOne(file)),
  );
};

const matching = async (pattern: string, cwd: string): Promise<readonly string[]> => {
  const ignore = ["**/node_modules/**", "**/dist/**"];
  const found = await glob(pattern, { cwd, ignore, absolute: true, expandDirectories: false });
  return onceEach(found.map(slashed).sort());
};

/** Of the paths that lead to one file by links, the one without; or else the first. */
function onceEach(paths: readonly string[]): readonly string[] {
  const chosen = new Map<string, string>();
  for (const path of paths) {
    const real = slashed(realpathSync(path));
    if (!chosen.has(real) || path === real) chosen.set(real, path);
  }
  return [...chosen.values()].sort();
}

/** By its name. */
export const isSource = (file: string): boolean =>
  /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file);

const hasModelsName = (file: string): boolean => /[/.]model\.[cm]?[jt]sx?$/.test(file);

const definesModel = (text: string): boolean =>
  /\bdefineModel\b/.test(text) && /\bfrom\s*["']kernelsmith["']/.test(text);

const slashed = (path: string): string => path.replaceAll("\\", "/");
