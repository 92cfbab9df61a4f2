import type { Host } from "./host.ts";

/**
 * Whether there can be anything to say of a file: it names the library, or imports a module that the compiler wrote.
 * A guess by the text, for doors that are asked about every file of a project.
 */
export const concerns = (file: string, text: string, host: Host): boolean =>
  text.includes("kernelsmith") ||
  [...text.matchAll(relative)].some(([, specifier = ""]) => {
    const target = host.resolve(specifier, file);
    return target !== undefined && written.test(host.read(target)?.slice(0, header) ?? "");
  });

const relative = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** How a generated module opens, within so many characters. */
const written = /^\/\/ Written by kernelsmith /m;
const header = 1000;
