import type { Host } from "./host.ts";

/**
 * Whether there can be anything to say of a file: it names the library, or imports a module that the compiler wrote.
 * A guess by the text, for doors that are asked about every file of a project.
 */
export const concerns = (file: string, text: string, host: Host): boolean =>
  !isWritten(text) && (text.includes("kernelsmith") || importsModule(file, text, host));

/** Whether a file defines no model and makes nets of modules that the compiler wrote. */
export const isApp = (file: string, text: string, host: Host): boolean =>
  /\bcreate[^\s(]+\s*\(/.test(text) &&
  !text.includes("defineModel") &&
  importsModule(file, text, host);

const importsModule = (file: string, text: string, host: Host): boolean =>
  [...text.matchAll(relative)].some(([, specifier = ""]) => {
    const target = host.resolve(specifier, file);
    return target !== undefined && isWritten(host.read(target) ?? "");
  });

const relative = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** A generated module says so within its first so many characters. */
const isWritten = (text: string): boolean =>
  /^\/\/ Written by kernelsmith /m.test(text.slice(0, header));

const header = 1000;
