import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";

/** Where Chromium is: as CHROMIUM_PATH says, else as the system's packages call it. */
const executable = process.env["CHROMIUM_PATH"] || onPath("chromium", "chromium-browser");

/** A page of one's own, without what other pages have stored. */
export type Open = (address: string) => Promise<Page>;

/** Tests in headless Chromium; where there is none, one that is skipped and says so. */
export function describeInChromium(name: string, tests: (open: Open) => void): void {
  if (executable === undefined) {
    it.skip(`${name} in Chromium (install chromium, or set CHROMIUM_PATH)`, () => {});
    return;
  }
  describe(`${name} in Chromium`, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executable });
    });
    afterAll(() => browser?.close());
    tests(async (address) => {
      const context = await browser?.newContext({ viewport: { width: 480, height: 720 } });
      if (!context) throw new Error("pages are opened within tests");
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
  });
}

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}
