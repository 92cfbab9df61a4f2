import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { ts } from "ts-morph";
import type { Host } from "../lint/host.ts";

/** The files of this machine. Nothing is remembered of them: what is written to one is there at the next read. */
export function diskHost(): Host {
  const configs = new Map<string, Config>();
  return {
    read,
    resolve: (specifier, from) =>
      resolved(specifier, from, optionsOf(dirname(from), configs), ts.sys),
  };
}

/**
 * The user's file that an import names, as TypeScript and bundlers have it: with or without its extension, `.js` for
 * `.ts`, a folder for its index, `paths`, `baseUrl` and a package's `imports`; what runs, not its declarations. Of
 * other packages those that are linked.
 */
export function resolved(
  specifier: string,
  from: string,
  options: ts.CompilerOptions,
  host: ts.ModuleResolutionHost,
): string | undefined {
  const lenient = { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const found = ts.resolveModuleName(specifier, from, lenient, host).resolvedModule;
  if (!found || /\/node_modules\//.test(found.resolvedFileName)) return undefined;
  const file = found.resolvedFileName.replace(/\.d\.([cm]?)ts$/, ".$1js");
  if (file !== found.resolvedFileName && !host.fileExists(file)) return undefined;
  return /\.[cm]?[jt]sx?$/.test(file) ? file : undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** A tsconfig.json's options, and the texts they were read from: its own and those it extends. */
interface Config {
  readonly options: ts.CompilerOptions;
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Those of the tsconfig.json next above; none where there is none, what can be read of one that is broken. */
function optionsOf(folder: string, configs: Map<string, Config>): ts.CompilerOptions {
  const path = ts.findConfigFile(folder, ts.sys.fileExists);
  if (path === undefined) return {};
  const known = configs.get(path);
  if (known && [...known.texts].every(([file, text]) => read(file) === text)) return known.options;
  const config = readConfig(path);
  configs.set(path, config);
  return config.options;
}

function readConfig(path: string): Config {
  const texts = new Map<string, string | undefined>();
  const readFile = (file: string): string | undefined => {
    const text = read(file);
    texts.set(file, text);
    return text;
  };
  const { config } = ts.readConfigFile(path, readFile) as { config?: unknown }; // any, of a user's JSON
  const none = { ...ts.sys, readFile, readDirectory: () => [] }; // which files it includes is not asked
  const { options } = ts.parseJsonConfigFileContent(config ?? {}, none, dirname(path));
  return { options, texts };
}
