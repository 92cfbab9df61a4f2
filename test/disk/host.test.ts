import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskHost } from "../../src/disk/host.ts";

let root: string;
const at = (path: string): string => join(root, path);
const write = (files: { readonly [path: string]: string }): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
};
/** Where an import in src/model.ts leads, from the project's root. */
const found = (specifier: string, host = diskHost()): string | undefined =>
  host.resolve(specifier, at("src/model.ts"))?.slice(root.length + 1);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "kernelsmith-disk-")));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("reading", () => {
  it("gives a file's text as it is now", () => {
    const host = diskHost();
    write({ "a.ts": "one" });
    expect(host.read(at("a.ts"))).toBe("one");
    write({ "a.ts": "two" });
    expect(host.read(at("a.ts"))).toBe("two");
  });

  it("gives nothing for a folder and for what is not there", () => {
    expect(diskHost().read(root)).toBeUndefined();
    expect(diskHost().read(at("nowhere.ts"))).toBeUndefined();
  });
});

describe("relative imports", () => {
  it.each([
    ["./block.ts", "src/block.ts"],
    ["./block", "src/block.ts"],
    ["./block.js", "src/block.ts"],
    ["./plain.js", "src/plain.js"],
    ["./plain", "src/plain.js"],
    ["./view", "src/view.tsx"],
    ["./esm.mjs", "src/esm.mts"],
    ["../nets", "nets/index.ts"],
    ["..", "index.ts"],
  ])("%s is %s", (specifier, file) => {
    write({
      "src/block.ts": "",
      "src/plain.js": "",
      "src/view.tsx": "",
      "src/esm.mts": "",
      "nets/index.ts": "",
      "index.ts": "",
    });
    expect(found(specifier)).toBe(file);
  });

  it("are found when their file comes to be, without a new host", () => {
    const host = diskHost();
    expect(found("./late", host)).toBeUndefined();
    write({ "src/late.ts": "" });
    expect(found("./late", host)).toBe("src/late.ts");
  });
});

describe("tsconfig.json", () => {
  it("maps paths, those of a config it extends too, and with comments in it", () => {
    write({
      "base.json": '{ "compilerOptions": { "paths": { "@nets/*": ["./nets/*"] } } }',
      "tsconfig.json": '{ "extends": "./base.json", /* all of it */ "files": ["gone.ts"], }',
      "nets/lenet.ts": "",
    });
    expect(found("@nets/lenet")).toBe("nets/lenet.ts");
  });

  it("has a baseUrl", () => {
    write({
      "tsconfig.json": '{ "compilerOptions": { "baseUrl": "./lib" } }',
      "lib/sizes.ts": "",
    });
    expect(found("sizes")).toBe("lib/sizes.ts");
  });

  it("is read again when it or what it extends has changed", () => {
    const host = diskHost();
    write({
      "base.json": "{}",
      "tsconfig.json": '{ "extends": "./base.json" }',
      "nets/lenet.ts": "",
    });
    expect(found("@nets/lenet", host)).toBeUndefined();
    write({ "base.json": '{ "compilerOptions": { "paths": { "@nets/*": ["./nets/*"] } } }' });
    expect(found("@nets/lenet", host)).toBe("nets/lenet.ts");
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{ compilerOptions: ["],
    ["a list", "[1]"],
    ["null", "null"],
    ["options of wrong kinds", '{ "compilerOptions": { "paths": 3, "baseUrl": [] } }'],
    ["a base that there is not", '{ "extends": "./gone.json" }'],
    ["itself as its base", '{ "extends": "./tsconfig.json" }'],
  ])("with %s in it leaves relative imports to be found", (_, text) => {
    write({ "tsconfig.json": text, "src/block.ts": "" });
    expect(found("./block")).toBe("src/block.ts");
  });
});

describe("packages", () => {
  it("that are installed are none of the user's files", () => {
    write({
      "node_modules/net/package.json": '{ "name": "net", "main": "index.js" }',
      "node_modules/net/index.js": "",
    });
    expect(found("net")).toBeUndefined();
    expect(found("node:fs")).toBeUndefined();
  });

  it("that are linked into the workspace are", () => {
    write({
      "packages/net/package.json": '{ "name": "net", "exports": "./index.ts" }',
      "packages/net/index.ts": "",
      "node_modules/other.txt": "",
    });
    symlinkSync(at("packages/net"), at("node_modules/net"));
    expect(found("net")).toBe("packages/net/index.ts");
  });

  it("name their own files with #", () => {
    write({
      "package.json": '{ "name": "app", "imports": { "#nets/*": "./nets/*.ts" } }',
      "nets/lenet.ts": "",
    });
    expect(found("#nets/lenet")).toBe("nets/lenet.ts");
  });

  it("give JavaScript, not the declarations beside it", () => {
    write({ "src/net.js": "", "src/net.d.ts": "" });
    expect(found("./net.js")).toBe("src/net.js");
    expect(found("./net")).toBe("src/net.js");
  });

  it("give no declarations and no data", () => {
    write({ "src/types.d.ts": "", "src/sizes.json": "{}" });
    expect(found("./types")).toBeUndefined();
    expect(found("./sizes.json")).toBeUndefined();
  });
});
