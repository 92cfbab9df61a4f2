import { describe, expect, it } from "vitest";
import { codes } from "../../../src/diagnostics.ts";
import { edited } from "../../../src/lint/fix.ts";
import { rules } from "../../../src/lint/rules/index.ts";
import { lintText, withRule } from "../support.ts";

/** What the linter alone tells of a model: sizes that could be better, and how it is put together. */
const told = Object.keys(codes).filter((code) => /^KS(25|3)/.test(code));

describe("the rules", () => {
  it("are one for each code of theirs", () => {
    expect(rules.map(({ code }) => code).sort()).toEqual(told.sort());
  });
});

describe.each(rules.map((rule) => [`${rule.code} ${codes[rule.code].name}`, rule] as const))(
  "%s",
  (_, { code, bad, good, example, compile, what, why, recommended, strict }) => {
    const settings = withRule(code, example, compile);

    it("is told of its bad example, and nothing else is", () => {
      const { findings, calls, models } = lintText(bad, settings);
      expect([...new Set(findings.map((finding) => finding.code))]).toEqual([code]);
      expect(calls.followed).toBe(calls.all);
      expect(models.map(({ built }) => built !== undefined)).toEqual([true]);
    });

    it("has nothing to say about its good example, and no other rule has", () => {
      const { findings, calls, models } = lintText(good, settings);
      expect(findings).toEqual([]);
      expect(calls.followed).toBe(calls.all);
      expect(models.map(({ built }) => built !== undefined)).toEqual([true]);
    });

    it("is silent about the bad example once a fix is made", () => {
      for (const { fixes } of lintText(bad, settings).findings)
        for (const { title, edits } of fixes) {
          const after = lintText(edited(bad, edits), settings).findings;
          expect(
            after.filter((finding) => finding.code === code),
            title,
          ).toEqual([]);
        }
    });

    it("is documented in whole sentences, and told in half of one", () => {
      for (const text of [what, why]) expect(text).toMatch(/[.)]$/);
      for (const { message, fix } of lintText(bad, settings).findings) {
        expect(message).not.toMatch(/^[A-Z]|\.$/);
        if (fix !== undefined) expect(fix).toMatch(/\.$/);
      }
    });

    it("is no quieter in the strict preset", () => {
      const loudness = ["off", "warning", "error"];
      expect(loudness.indexOf(strict)).toBeGreaterThanOrEqual(loudness.indexOf(recommended));
    });
  },
);
