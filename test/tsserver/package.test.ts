import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Folder } from "../support/command-line.ts";

/** The package without what is in its files: `main` is the plugin, and must be nothing but that. */
let folder: Folder;
beforeAll(async () => {
  const own = fileURLToPath(new URL("../../package.json", import.meta.url));
  const text = await readFile(own, "utf8");
  const files = [...text.matchAll(/"(?:\.\/)?(dist\/[^"]+)"/g)].map(([, path = ""]) => path);
  folder = await Folder.with({
    "app.js": 'import "kernelsmith"; import "kernelsmith/eslint"; import "kernelsmith/shapes";',
    "node_modules/kernelsmith/package.json": text,
    ...Object.fromEntries(files.map((path) => [`node_modules/kernelsmith/${path}`, ""])),
  });
});
afterAll(() => folder.remove());

const from = "node_modules/kernelsmith/dist/src";

it("is the library for Node, imported and required", () => {
  const require = createRequire(join(folder.path, "app.js"));
  expect(require.resolve("kernelsmith")).toBe(join(folder.path, from, "index.js"));
  expect(require.resolve("kernelsmith/eslint")).toBe(join(folder.path, from, "eslint/index.js"));
});

it("is the library for bundlers", async () => {
  const { metafile } = await build({
    entryPoints: [join(folder.path, "app.js")],
    absWorkingDir: folder.path,
    ...{ bundle: true, write: false, metafile: true },
  });
  const own = Object.keys(metafile.inputs).filter((path) => path !== "app.js");
  const files = ["index.js", "eslint/index.js", "shapes/index.js"];
  expect(own.sort()).toEqual(files.map((path) => `${from}/${path}`).sort());
});

it.each(["Node10", "Node16", "NodeNext", "Bundler"] as const)(
  "has the library's types where modules are resolved as %s",
  (kind) => {
    const options = { moduleResolution: ts.ModuleResolutionKind[kind] };
    const file = join(folder.path, "app.ts");
    const { resolvedModule } = ts.resolveModuleName("kernelsmith", file, options, ts.sys);
    expect(resolvedModule?.resolvedFileName).toBe(join(folder.path, from, "index.d.ts"));
  },
);
