import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as about, expect, it } from "vitest";
import { linted, within } from "../../docs/messages.ts";
import { loadConfig } from "../../src/cli/check/config.ts";
import { diskHost } from "../../src/disk/host.ts";
import { annotations } from "../../src/lint/annotations.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { describe } from "../../src/tsserver/describe.ts";
import { leftToRunTime } from "../shapes/agreement/left-to-run-time.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");
const guide = read("docs/guide/lint.md");
/** Wherever lines are broken. */
const flowing = (text: string) => text.replaceAll(/\s+/g, " ");
const [model = "", config = ""] = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, ts]) => ts);

about("the linter's guide", () => {
  it("shows what the linter says of its example, and so does the readme", async () => {
    const { frames } = await linted({ "lenet.ts": model }, preset("recommended"));
    const [frame = "", ...others] = frames;
    expect(others).toEqual([]);
    expect(frame).toContain("error KS207");
    expect(guide).toContain(frame);
    expect(read("README.md")).toContain(frame);
  });

  it("shows what an editor says of a layer", () =>
    within({ "lenet.ts": model.replace("[16 * 5 * 5]", "[-1]") }, (folder) => {
      const found = createLinter(diskHost()).lint(join(folder, "lenet.ts"), preset("recommended"));
      const hovers = annotations(found).map((one) => describe(one, found.models));
      const hover = hovers.find((text) => text.startsWith("conv1"));
      expect(hover).toMatch(/^conv1 → \[6, 32, 32\]/);
      expect(guide).toContain(hover?.split(/ *\n/).join("\n    "));
    }));

  it("shows a configuration that can be read", () =>
    within({ "kernelsmith.config.ts": config }, async (folder) => {
      expect(config).toContain("defineConfig");
      const { faults, models, settings } = await loadConfig(folder);
      expect(faults).toEqual([]);
      expect(models).toEqual(["nets/*.ts"]);
      expect(settings.levels.get("KS251")).toBe("error");
    }));

  it("names what the types leave to run time", () => {
    for (const { what, why } of leftToRunTime)
      expect(flowing(guide).toLowerCase()).toContain(`${what}: ${why}.`.toLowerCase());
  });
});
