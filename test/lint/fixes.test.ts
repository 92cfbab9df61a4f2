import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { diskHost } from "../../src/disk/host.ts";
import { edited, overlaid } from "../../src/lint/fix.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { corpus, executed, here, isRefusal } from "./corpus.ts";

const disk = diskHost();
const settings = preset("recommended");
const linter = createLinter(disk);

const folder = join(tmpdir(), `kernelsmith-fixes-${process.pid}`);
mkdirSync(join(folder, "parts"), { recursive: true });
for (const part of ["residual.ts", "sizes.ts", "biased.ts"])
  copyFileSync(join(here, "faulty/parts", part), join(folder, "parts", part));
afterAll(() => rmSync(folder, { recursive: true }));

const fixable = corpus("faulty").flatMap((model) =>
  linter.lint(model.file, settings).findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    return fix ? [{ ...model, finding, fix, title: `${finding.code}: ${fix.title}` }] : [];
  }),
);
const refused = fixable.filter(({ finding }) => isRefusal(finding.code));

describe("the first fix of a finding does away with it", () => {
  it.each(fixable)("$name, $title", async ({ file, finding, fix }) => {
    const texts = new Map(
      [...new Set(fix.edits.map((edit) => edit.file))].map((path) => {
        const edits = fix.edits.filter((edit) => edit.file === path);
        return [path, edited(readFileSync(path, "utf8"), edits)];
      }),
    );
    const after = createLinter(overlaid(disk, texts)).lint(file, settings).findings;
    const before = linter.lint(file, settings).findings;
    const count = (list: typeof after, code: string) => list.filter((f) => f.code === code).length;
    expect(count(after, finding.code)).toBeLessThan(count(before, finding.code));
    const refusals = after.filter(({ code }) => isRefusal(code)).length;
    expect(refusals).toBeLessThanOrEqual(
      isRefusal(finding.code) ? 0 : before.filter(({ code }) => isRefusal(code)).length,
    );
    if (!isRefusal(finding.code) || !texts.has(file)) return;
    const copy = join(folder, basename(file));
    writeFileSync(copy, texts.get(file) ?? "");
    expect(await executed(copy)).toBeUndefined();
  });
});

it("most of what the compiler refuses has a fix", () => {
  const all = corpus("faulty").flatMap(({ expected }) =>
    expected.filter((says) => isRefusal(says.split(" ")[1] ?? "")),
  );
  expect(refused.length / all.length).toBeGreaterThan(0.7);
});
