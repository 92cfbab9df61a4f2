import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAll } from "../../src/cli/write.ts";
import { Folder } from "../support/command-line.ts";

describe("writeAll", () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await Folder.with({ "a.js": "old a" });
  });
  afterEach(() => folder.remove());

  it("makes folders and replaces what was there", async () => {
    await writeAll(folder.path, [
      { name: "a.js", text: "new a" },
      { name: "deep/b.d.ts", text: "b" },
    ]);
    expect(await folder.files()).toEqual(["a.js", "deep/b.d.ts"]);
    expect(await folder.read("a.js")).toBe("new a");
  });
  it("writes all or nothing", async () => {
    await mkdir(join(folder.path, "b.js/in-the-way"), { recursive: true });
    await expect(
      writeAll(folder.path, [
        { name: "a.js", text: "new a" },
        { name: "c.js", text: "new c" },
        { name: "a.js/nowhere.js", text: "" },
      ]),
    ).rejects.toThrow("KS504");
    expect(await folder.files()).toEqual(["a.js"]);
    expect(await folder.read("a.js")).toBe("old a");
  });
  it("does not replace a folder by a file", async () => {
    await mkdir(join(folder.path, "b.js"));
    const files = [
      { name: "a.js", text: "new a" },
      { name: "b.js", text: "new b" },
    ];
    await expect(writeAll(folder.path, files)).rejects.toThrow("it is a folder");
    expect(await folder.files()).toEqual(["a.js"]);
    expect(await folder.read("a.js")).toBe("old a");
  });
  it.skipIf(!existsSync("/proc/self"))("gives up where no folder can be made", async () => {
    await expect(writeAll("/proc/nowhere", [{ name: "a.js", text: "" }])).rejects.toThrow("KS504");
  });
});
