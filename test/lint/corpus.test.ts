import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../src/disk/host.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { corpus, executed, isRefusal, type Model, verdict } from "./corpus.ts";

const linter = createLinter(diskHost());
const settings = preset("recommended");

const faulty = corpus("faulty");
const correct = corpus("correct");
const refused = faulty.filter((model) => !model.name.includes("/smell-"));
const smelly = faulty.filter((model) => model.name.includes("/smell-"));
/** What a linter may follow or not, but not get wrong; the others are nets that people build. */
const tricky = correct.filter((model) => model.name.includes("/unknown-"));
const nets = correct.filter((model) => !model.name.includes("/unknown-"));

const findings = ({ file }: Model) =>
  linter.lint(file, settings).findings.map(({ at, code, severity }) => ({
    says: verdict(at.file, at.line, code),
    severity,
  }));
const errors = (model: Model) =>
  findings(model).flatMap(({ says, severity }) => (severity === "error" ? says : []));
/** Some read from a network, or a file that is not there. */
const runs = ({ file }: Model) => !readFileSync(file, "utf8").includes("// not run:");

describe("what the compiler refuses, it refuses where the comment says", () => {
  it.each(refused)("$name", async (model) => {
    expect(model.expected).toContain(await executed(model.file));
  });
});

describe("what the compiler refuses is an error at that line, and there is no other", () => {
  it.each(refused)("$name", (model) => {
    expect(errors(model)).toEqual(model.expected);
  });
});

describe("what the compiler takes and could be better is told at its line", () => {
  it.each(smelly)("$name", async (model) => {
    expect(await executed(model.file)).toBeUndefined();
    const expected: readonly string[] = model.expected;
    expect(errors(model).filter((says) => !expected.includes(says))).toEqual([]);
    expect(expected.length).toBeGreaterThan(0);
    expect(findings(model).map(({ says }) => says)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("correct files compile", () => {
  it.each(correct.filter(runs))("$name", async ({ file }) => {
    expect(await executed(file)).toBeUndefined();
  });
});

describe("nets as people build them have no findings, but what their comments grant", () => {
  it.each(nets)("$name", (model) => {
    const granted: readonly string[] = model.allowed;
    expect(findings(model).filter(({ says }) => !granted.includes(says))).toEqual([]);
  });
});

describe("what cannot be known is no error", () => {
  it.each(tricky)("$name", (model) => {
    expect(errors(model)).toEqual([]);
  });
});

describe("the corpus", () => {
  it("is as large as it should be", () => {
    expect(faulty.length).toBeGreaterThanOrEqual(75);
    expect(correct.length).toBeGreaterThanOrEqual(75);
    expect(refused.length / faulty.length).toBeGreaterThanOrEqual(0.7);
  });

  it("has all kinds of refusals in it", () => {
    const codes = new Set(refused.flatMap(({ expected }) => expected.map(codeOf)));
    expect([...codes].sort()).toEqual([
      ...["KS101", "KS102", "KS103", "KS104", "KS105", "KS108"],
      ...["KS201", "KS202", "KS203", "KS204", "KS205", "KS206", "KS207", "KS208"],
    ]);
    expect([...codes].every(isRefusal)).toBe(true);
  });

  it("is followed: its nets to the last call", () => {
    const calls = nets.map(({ file }) => linter.lint(file, settings).calls);
    const [all, followed] = [calls, calls].map((list, i) =>
      list.reduce((sum, { all, followed }) => sum + (i === 0 ? all : followed), 0),
    );
    expect((followed ?? 0) / (all ?? 1)).toBeGreaterThan(0.95);
  });
});

function codeOf(verdict: string): string {
  return verdict.split(" ")[1] ?? "";
}
