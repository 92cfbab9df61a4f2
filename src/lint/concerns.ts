import type { Host } from "./host.ts";

/**
 * Whether there can be anything to say of a file: it names the library, or imports a module that the compiler wrote.
 * A guess by the text, for doors that are asked about every file of a project.
 */
export const concerns = (file: string, text: string, host: Host): boolean =>
  !isWritten(text) && (text.includes("kernelsmith") || importsModule(file, text, host));

/** Whether a file defines no model and makes nets of modules that the compiler wrote. */
export const isApp = (file: string, text: string, host: Host): boolean =>
  !text.includes("defineModel") && importsModule(file, text, host);

/** A module makes nets by `createLenet`: who uses it names that. */
const importsModule = (file: string, text: string, host: Host): boolean =>
  /\bcreate[^\s(]/.test(text) &&
  [...text.matchAll(imports)].some(([, specifier = ""]) => {
    const target = host.resolve(specifier, file);
    return target !== undefined && isWritten(host.read(target) ?? "");
  });

const imports = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;

/** A generated module says so within its first so many characters. */
const isWritten = (text: string): boolean =>
  /^\/\/ Written by kernelsmith /m.test(text.slice(0, header));

const header = 1000;
