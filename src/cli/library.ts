/**
 * What `import … from "kernelsmith"` gives a model file: this very package, so that its classes are
 * the ones the compiler knows.
 */
export async function library(): Promise<{ readonly [name: string]: unknown }> {
  const file = import.meta.url.endsWith(".ts") ? "../index.ts" : "../index.js";
  return (await import(new URL(file, import.meta.url).href)) as {
    readonly [name: string]: unknown;
  }; // a module's exports by name
}
