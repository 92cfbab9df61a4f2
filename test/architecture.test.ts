import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Each room may import what stands before it, and itself. Doors come last. */
const rooms = [
  "src/diagnostics.ts",
  "src/config.ts",
  "src/shapes",
  "src/tensor",
  "src/rewrite",
  "src/ops",
  "src/graph",
  "src/report",
  "src/config.ts",
  "src/index.ts",
  "src/lint",
  "codegen",
  "src/disk",
  "src/eslint",
  "src/tsserver",
  "src/cli",
];

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

const roomOf = (file: string): number =>
  rooms.findIndex((room) => file === room || file.startsWith(`${room}/`));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (found) => found[1] ?? "",
  );

const files = [...sources("src"), ...sources("codegen")];

describe("imports", () => {
  it.each(files)("%s imports only what stands before it", (file) => {
    expect(roomOf(file), "every source is in a room").toBeGreaterThanOrEqual(0);
    for (const name of importsOf(file).filter((name) => name.startsWith("."))) {
      const target = relative(root, resolve(root, dirname(file), name));
      expect(roomOf(target), `${file} imports ${target}`).toBeLessThanOrEqual(roomOf(file));
    }
  });

  it("only doors know of files and processes", () => {
    const inside = files.filter((file) => !/^src\/(cli|disk|eslint|tsserver)\//.test(file));
    const strangers = inside.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("node:"))
        .map((name) => `${file} imports ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it("tensor notation stands on nothing but itself", () => {
    for (const file of sources("src/tensor"))
      for (const name of importsOf(file)) expect(name, file).toMatch(/^\.\//);
  });
});

describe("files", () => {
  it.each(files)("%s has at most 300 lines", (file) => {
    expect(readFileSync(join(root, file), "utf8").split("\n").length).toBeLessThanOrEqual(301);
  });

  it("`any` and `!` have their reason on the line", () => {
    const bare = files.flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .map((line, i) => ({ line, place: `${file}:${i + 1}` }))
        .filter(({ line }) => /(: any\b|<any>|as any\b|@ts-ignore|eslint-disable)/.test(line))
        .filter(({ line }) => !/\/\/|\*|`|"/.test(line))
        .map(({ place }) => place),
    );
    expect(bare).toEqual([]);
  });
});
