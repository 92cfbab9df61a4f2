import { describe, expect, it } from "vitest";
import type { Code } from "../../src/diagnostics.ts";
import type { Edit, Fix } from "../../src/lint/finding.ts";
import {
  applyFixes,
  edited,
  editedFiles,
  overlaid,
  type Told,
  verified,
} from "../../src/lint/fix.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

const told = (code: Code, start: number, severity: Told["severity"] = "error"): Told => ({
  ...{ code, severity },
  at: { file: "/a.ts", start },
});
const edit = (start: number, end: number, text: string, file = "/a.ts"): Edit => ({
  ...{ file, start, end, text },
});
const fix = (...edits: readonly Edit[]): Fix => ({ title: "try", edits });
const settings = preset("recommended");

describe("a fix that was tried is kept", () => {
  const finding = told("KS203", 50);
  const kept = (edits: readonly Edit[], after: readonly Told[], before = [finding]) =>
    verified(finding, [fix(...edits)], () => after, before).length === 1;
  const five = [edit(10, 10, "12345")];

  it("where the finding is gone, wherever it moved to", () => {
    expect(kept(five, [])).toBe(true);
    expect(kept(five, [finding])).toBe(false); // an error of this kind where none stood
    expect(kept(five, [told("KS203", 55)])).toBe(false);
    expect(kept([edit(50, 50, "flatten(")], [told("KS203", 58)])).toBe(false);
    expect(kept([edit(50, 50, "flatten(")], [told("KS203", 50)])).toBe(false);
  });

  it("where no error is new, those that moved aside", () => {
    const other = told("KS201", 80);
    expect(kept(five, [told("KS201", 85)], [finding, other])).toBe(true);
    expect(kept(five, [told("KS201", 85)])).toBe(false);
    expect(kept(five, [told("KS201", 85), told("KS201", 85)], [finding, other])).toBe(false);
    expect(kept(five, [told("KS201", 90)], [finding, other])).toBe(false);
    expect(kept(five, [told("KS207", 85)], [finding, other])).toBe(false);
  });

  it("where a warning is new", () => {
    expect(kept(five, [told("KS251", 85, "warning")])).toBe(true);
  });

  it("where one fewer of several at one place is left", () => {
    expect(kept(five, [told("KS203", 55)], [finding, finding])).toBe(true);
    expect(kept(five, [told("KS203", 55), told("KS203", 55)], [finding, finding])).toBe(false);
  });

  it("in the order given, once, and no more than three", () => {
    const all = [1, 2, 1, 3, 4].map((at) => fix(edit(at, at, "x")));
    const good = verified(finding, all, () => [], [finding]);
    expect(good).toEqual([all[0], all[1], all[3]]);
  });

  it("unless its edits overlap", () => {
    expect(kept([edit(1, 4, ""), edit(3, 5, "")], [])).toBe(false);
    expect(kept([edit(1, 4, ""), edit(3, 5, "", "/b.ts")], [])).toBe(true);
    expect(kept([edit(2, 2, "a"), edit(2, 2, "b")], [])).toBe(false);
    expect(kept([], [])).toBe(false);
  });
});

describe("texts with edits", () => {
  it("are made whatever the order of the edits", () => {
    expect(edited("abcdef", [edit(4, 5, ""), edit(0, 0, "<"), edit(1, 3, "-")])).toBe("<a-df");
  });

  it("keep their line ends", () => {
    const read = (file: string) => (file === "/a.ts" ? "a\r\nb" : "a\nb");
    const edits = [edit(1, 1, "\n1"), edit(1, 1, "\r\n1", "/b.ts")];
    expect([...editedFiles(edits, read)]).toEqual([
      ["/a.ts", "a\r\n1\r\nb"],
      ["/b.ts", "a\n1\nb"],
    ]);
  });

  it("lie over the files of a host", () => {
    const host = overlaid(memory({ "/a.ts": "a", "/b.ts": "b" }), new Map([["/b.ts", "new"]]));
    expect(["/a.ts", "/b.ts", "/c.ts"].map(host.read)).toEqual(["a", "new", undefined]);
  });
});

describe("the best fixes are made until there is none", () => {
  const head = 'import { add, conv2d, defineModel, relu } from "kernelsmith";';
  const file = (...lines: readonly string[]) =>
    [
      head,
      "export default defineModel({ inputs: { x: [3, 8, 8] }, outputs({ x }) {",
      ...lines,
      "} });",
    ].join("\n");
  const after = (text: string) =>
    applyFixes(["/m.ts"], memory({ "/m.ts": text }), settings).texts.get("/m.ts");

  it("but for one that brings to light what it kept from sight", () => {
    const text = file(
      "  const a = relu(conv2d(x, { filters: 4, kernel: 9 }));",
      "  const b = conv2d(a, { filters: 4, kernel: 3, groups: 3 });",
      "  return add(a, b);",
    );
    expect(after(text)).toBeUndefined();
    expect(after(text.replace("groups: 3", "padding: 1"))).toContain("kernel: 9, padding: 4 }");
  });

  it("of a warning and of what it hides", () => {
    const text = file(
      "  const a = relu(relu(relu(conv2d(x, { filters: 4, kernel: 3 }))));",
      "  return a;",
    );
    expect(after(text)).toContain("const a = relu(conv2d(x, { filters: 4, kernel: 3 }));");
  });

  it("and a file that has none is not among the changed", () => {
    expect(after(file("  return relu(x);"))).toBeUndefined();
  });

  it("in a file that the model imports, which is read as it was changed", () => {
    const block = [
      'import { add, conv2d } from "kernelsmith";',
      "export const block = (x) => add(conv2d(x, { filters: 3, kernel: 3 }), x);",
    ].join("\r\n");
    const model = [
      'import { defineModel } from "kernelsmith";',
      'import { block } from "./block.ts";',
      "export default defineModel({ inputs: { x: [3, 8, 8] }, outputs: ({ x }) => block(block(x)) });",
    ].join("\n");
    const host = memory({ "/m.ts": model, "/block.ts": block });
    const { texts, made } = applyFixes(["/m.ts"], host, settings);
    expect([...texts]).toEqual([
      ["/block.ts", block.replace("kernel: 3", "kernel: 3, padding: 1")],
    ]);
    expect(made).toEqual([
      { title: "Set padding: 1 in conv1 on line 2", file: "/block.ts", line: 2 },
    ]);
    const { findings } = createLinter(overlaid(host, texts)).lint("/m.ts", settings);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
