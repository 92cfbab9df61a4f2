import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createJiti } from "jiti";
import type { Preset } from "../../config.ts";
import { KernelsmithError, refuse } from "../../diagnostics.ts";
import { type ReadConfig, readConfig } from "../../lint/read-config.ts";
import { library } from "../library.ts";

export interface LoadedConfig extends ReadConfig {
  /** Where its globs start. */
  readonly folder: string;
  /** Where it was found; undefined where there is none. */
  readonly file: string | undefined;
  /** What was in it. */
  readonly text: string | undefined;
}

/** The configuration that `--config` names, or the nearest from `cwd` upwards; the default where there is none. */
export async function loadConfig(
  cwd: string,
  named?: string,
  preset?: Preset,
): Promise<LoadedConfig> {
  const found = named === undefined ? nearest(cwd) : resolve(cwd, named);
  if (found === undefined) return { ...readConfig({}, preset), folder: cwd, ...none };
  const short = relative(cwd, found);
  if (!existsSync(found))
    refuse("KS510", `there is no configuration ${short}`, {
      fix: "It is given by the path of a kernelsmith.config.ts, or of a package.json.",
    });
  const text = readFileSync(found, "utf8");
  const read = readConfig(await given(found, short), preset);
  if (read.faults.length > 0)
    throw new AggregateError(
      read.faults.map(
        (fault) => new KernelsmithError({ ...fault, message: `${short}: ${fault.message}` }),
      ),
    );
  return { ...read, folder: dirname(found), file: found, text };
}

const none = { file: undefined, text: undefined };

const names = ["ts", "mts", "js", "mjs"].map((ending) => `kernelsmith.config.${ending}`);

function nearest(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const own = names.map((name) => join(folder, name)).find(existsSync);
    if (own !== undefined) return own;
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && readFileSync(manifest, "utf8").includes(`"${key}"`))
      if (inManifest(manifest, manifest) !== undefined) return manifest;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Where a package.json has it. */
const key = "kernelsmith";

const given = async (file: string, short: string): Promise<unknown> =>
  basename(file) === "package.json" ? (inManifest(file, short) ?? {}) : evaluated(file, short);

function inManifest(file: string, short: string): unknown {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof manifest === "object" && manifest !== null && key in manifest
      ? manifest[key]
      : undefined;
  } catch (error) {
    return unreadable(short, error);
  }
}

async function evaluated(file: string, short: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { kernelsmith: await library() },
  });
  const exports = await jiti
    .import<object>(file)
    .catch((error: unknown) => unreadable(short, error));
  if ("default" in exports) return exports.default;
  return refuse("KS510", `${short} exports no configuration as its default`, {
    fix: "It ends in `export default defineConfig({ … })`.",
  });
}

function unreadable(file: string, error: unknown): never {
  const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return refuse("KS510", `${file} cannot be read: ${why}`);
}
