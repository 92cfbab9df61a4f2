/**
 * What `import … from "kernelsmith"` gives a model file: this very package, so that its classes are
 * the ones the compiler knows.
 */
export const library = async (): Promise<{ readonly [name: string]: unknown }> =>
  import("../index.ts");
