import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { emit, type EmitOptions } from "../../../codegen/typescript/emit.ts";
import type { Plan } from "../../../codegen/plan.ts";

export const options: EmitOptions = {
  version: "0.0.0",
  optionsText: "--train",
  format: "ts",
  source: { file: "models/tiny.ts", hash: "sha256 0123456789ab" },
};

/** What tests ask of a generated module whose types they do not have. */
export interface AnyNet {
  readonly maxBatch: number;
  readonly parameters: { readonly [layer: string]: { readonly [role: string]: Float32Array } };
  forward(...inputs: unknown[]): Float32Array;
  trainStep(...given: unknown[]): number;
  gradients(...given: unknown[]): { readonly loss: number } & AnyNet["parameters"];
  evaluate(...given: unknown[]): { readonly loss: number; readonly correct: number };
  load(source: unknown): void;
  save(): Uint8Array<ArrayBuffer>;
  reset(seed?: number): void;
}
export type Create = (options?: { parameters?: unknown; seed?: number }) => AnyNet;

export async function text(plan: Plan, more: Partial<EmitOptions> = {}): Promise<string> {
  const [module] = await emit(plan, { ...options, ...more });
  return String(module?.text);
}

/** Does something with a folder that is gone afterwards. */
export async function inFolder<T>(act: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "kernelsmith-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The module's exports, from the JavaScript of it. */
export const imported = (plan: Plan, more: Partial<EmitOptions> = {}) =>
  inFolder(async (folder): Promise<{ readonly [name: string]: unknown }> => {
    const file = join(folder, "module.mjs");
    writeFileSync(file, await text(plan, { ...more, format: "js" }));
    return import(/* @vite-ignore */ pathToFileURL(file).href);
  });

export async function creator(plan: Plan, more: Partial<EmitOptions> = {}): Promise<Create> {
  const create = Object.entries(await imported(plan, more)).find(([n]) => n.startsWith("create"));
  return create?.[1] as Create; // every module has one
}

/** What a strict compiler says of files in one folder. */
export const typeErrors = (
  files: { readonly [name: string]: string },
  lib: readonly string[],
  types: readonly string[] = [],
) =>
  inFolder((folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const program = ts.createProgram(
      Object.keys(files).map((name) => join(folder, name)),
      {
        strict: true,
        noEmit: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        noImplicitReturns: true,
        exactOptionalPropertyTypes: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: lib.map((name) => `lib.${name}.d.ts`),
        types: [...types],
        typeRoots: [join(import.meta.dirname, "../../../node_modules/@types")],
      },
    );
    return ts
      .getPreEmitDiagnostics(program)
      .map((d) => `${d.start}: ${ts.flattenDiagnosticMessageText(d.messageText, "\n")}`);
  });

/** As the compiler sees it that wrote it: with its bodies checked. */
export const checkedText = (module: string): string => module.replace("// @ts-nocheck", "");
