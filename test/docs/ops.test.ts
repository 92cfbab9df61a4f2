import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { opPages } from "../../docs/write-ops.ts";

const folder = join(import.meta.dirname, "../../docs/ops");

it("docs/ops is what docs/write-ops.ts writes", async () => {
  const pages = await opPages();
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages)
    expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
});
