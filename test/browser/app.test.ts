import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { describeInChromium } from "./chromium.ts";
import { serveFiles, type Site } from "./site.ts";

type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

const arc = (x: number, y: number, wide: number, high: number, from: number, to: number): Stroke =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * i) / 24);
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
  });

/** Digits as they are written, in shares of the canvas. */
const written: { readonly [digit: number]: readonly Stroke[] } = {
  0: [arc(0.5, 0.5, 0.2, 0.32, -0.25, 0.78)],
  1: [[[0.4, 0.3], [0.52, 0.15], [0.52, 0.85]]],
  3: [[...arc(0.45, 0.34, 0.17, 0.17, -0.45, 0.25), ...arc(0.45, 0.68, 0.2, 0.18, -0.25, 0.42)]],
  7: [[[0.28, 0.18], [0.72, 0.18], [0.42, 0.85]]],
}; // prettier-ignore

describeInChromium("the page that reads digits", (open) => {
  let site: Site | undefined;
  let page: Page;

  beforeAll(async () => {
    const root = fileURLToPath(new URL("../../examples/app", import.meta.url));
    const built = await build({
      root,
      configFile: false,
      logLevel: "silent",
      build: { write: false, assetsInlineLimit: 0 },
    });
    if (!("output" in built)) throw new Error("vite gives one bundle");
    const files = built.output.map(
      (file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source] as const,
    );
    site = await serveFiles(new Map(files));
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    page = await open(site?.address ?? "");
    await page.locator("#classes button").nth(9).waitFor();
  });
  afterEach(() => page.context().close());

  const verdict = () => page.locator("#verdict").textContent();
  const button = (digit: number) => page.locator("#classes button").nth(digit);
  const share = async (digit: number) =>
    Number(await button(digit).locator("meter").getAttribute("value"));

  /** Moves the mouse as a hand would. */
  const draw = async (digit: number): Promise<void> => {
    const box = await page.locator("#drawing").boundingBox();
    if (!box) throw new Error("there is nowhere to draw");
    const move = ([x, y]: Point) => page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    for (const [first, ...others] of written[digit] ?? []) {
      if (first) await move(first);
      await page.mouse.down();
      for (const point of others) await move(point);
      await page.mouse.up();
    }
  };

  it.each([0, 1, 3])("reads a %s as it is drawn", async (digit) => {
    await draw(digit);
    expect(await verdict()).toMatch(`It reads a ${digit}: `);
    expect(await share(digit)).toBeGreaterThan(0.5);
  });

  it("learns what a drawing is", async () => {
    await draw(7);
    const before = await share(7);
    await button(7).click();
    expect(await verdict()).toMatch(/^Learned in [\d.]+ ms\. It reads a 7: \d+ %$/);
    expect(await share(7)).toBeGreaterThan(before);
  });

  it("asks nothing of an empty canvas", async () => {
    expect(await button(1).isDisabled()).toBe(true);
    await draw(1);
    expect(await button(1).isDisabled()).toBe(false);
    await page.locator("#clear").click();
    expect(await verdict()).toBe("It reads as you draw.");
    expect(await button(1).isDisabled()).toBe(true);
  });
});
