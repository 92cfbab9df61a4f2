import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ends, linted, within } from "../../docs/messages.ts";
import { neat } from "../../docs/pages.ts";
import type { Ended } from "../../docs/session.ts";
import { diagnosticPages, documented } from "../../docs/write-diagnostics.ts";
import { load } from "../../src/cli/load.ts";
import { graphOf } from "../../src/cli/probe.ts";
import { type Code, codes, KernelsmithError } from "../../src/diagnostics.ts";
import { refusals } from "../../src/lint/refusals/index.ts";
import { preset } from "../../src/lint/settings.ts";

const folder = join(import.meta.dirname, "../../docs/diagnostics");

let good: ReadonlyMap<Code, Ended>;
let bad: ReadonlyMap<Code, Ended>;
beforeAll(async () => {
  [bad, good] = await Promise.all([ends("bad"), ends("good")]);
});

describe("docs/diagnostics", () => {
  it("is what docs/write-diagnostics.ts writes", async () => {
    const pages = await diagnosticPages(bad);
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    for (const [file, text] of pages)
      expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
  });

  it("has a page for every code, declared once", () => {
    expect(documented.map(({ code }) => code)).toEqual(Object.keys(codes).sort());
  });

  it("has examples of the lines that messages name: Prettier changes none", async () => {
    for (const { code, by, bad, good } of refusals)
      if (by !== "command" && code !== "KS508")
        expect([await neat(bad), await neat(good)], code).toEqual([bad, good]);
  });

  it("says of each example what it is about", () => {
    for (const { code } of documented.filter((one) => "bad" in one)) {
      const text = readFileSync(join(folder, `${code}.md`), "utf8");
      const [, message = ""] = /```text\n([\s\S]*?)\n```/.exec(text) ?? [];
      expect(message, code).toMatch(new RegExp(`^(error|warning) ${code} |^Error: .`));
    }
  });
});

describe("examples of what the linter refuses", () => {
  /** What running a model file ends with. */
  const executed = (text: string): Promise<Code | undefined> =>
    within({ "model.ts": text }, async (at) => {
      try {
        const { model, name } = await load(join(at, "model.ts"));
        graphOf(model, name, true);
        return undefined;
      } catch (error) {
        if (error instanceof KernelsmithError) return error.diagnostic.code;
        throw error;
      }
    });
  /** To a comment, that is, which nobody runs. */
  const ofComments: readonly Code[] = ["KS511"];

  for (const { code, by, bad, good } of refusals)
    if (by === "linter")
      it(`${code}: told of what is bad, and of nothing that is good, as when it is run`, async () => {
        const settings = preset("recommended");
        const [faulty, right] = [
          await linted({ "model.ts": bad }, settings),
          await linted({ "model.ts": good }, settings),
        ];
        expect(faulty.findings.map((one) => one.code)).toContain(code);
        expect(right.frames.filter((frame) => frame.startsWith("error"))).toEqual([]);
        expect(right.findings.map((one) => one.code)).not.toContain(code);
        const thrown = code === "KS110" ? "KS502" : code; // what is missing is called like any undefined
        expect(await executed(bad)).toBe(ofComments.includes(code) ? undefined : thrown);
        expect(await executed(good)).toBeUndefined();
      });
});

describe("examples that are lines of a shell", () => {
  for (const { code, by } of refusals)
    if (by !== "linter")
      it(`${code}: fail where they are bad, and do where they are good`, () => {
        expect(good.get(code)).toMatchObject({ code: 0 });
        expect(bad.get(code)?.code).toBeGreaterThan(0);
      });
});
