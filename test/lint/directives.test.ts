import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { Code } from "../../src/diagnostics.ts";
import { applyDirectives } from "../../src/lint/directives.ts";
import type { Finding } from "../../src/lint/finding.ts";

const parse = (text: string) => ts.createSourceFile("/m.ts", text, ts.ScriptTarget.Latest, true);

/** A finding of each code at each call of `f`. */
function found(file: ts.SourceFile, codes: readonly Code[]): Finding[] {
  const calls = [...file.text.matchAll(/\bf\(/g)].map(({ index }) => index);
  return calls.flatMap((start) =>
    codes.map((code): Finding => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const place = { line: line + 1, column: character + 1 };
      const end = { endLine: place.line, endColumn: place.column + 1 };
      const at = { file: file.fileName, start, end: start + 1, ...place, ...end };
      return { code, severity: "error", message: "x", at, trail: [], fixes: [] };
    }),
  );
}

/** The codes and lines that are left: "KS251:3". */
function left(text: string, ...codes: readonly Code[]): string[] {
  const file = parse(text);
  return applyDirectives(file, found(file, codes)).map(({ code, at }) => `${code}:${at.line}`);
}

/** What is said of the comments themselves. */
const told = (text: string) =>
  applyDirectives(parse(text), []).map(({ code, message, fix, at }) => ({
    at: `${code}:${at.line}:${at.column}`,
    text: `${message}. ${fix}`,
  }));

describe("the next line", () => {
  it("is the next with code on it", () => {
    const text = "// kernelsmith-disable-next-line KS251 -- why\n\n// more words\nf(1);\nf(2);";
    expect(left(text, "KS251")).toEqual(["KS251:5"]);
  });

  it("is not the comment's own", () => {
    const text = "f(0); /* kernelsmith-disable-next-line */ f(1);\nf(2);\nf(3);";
    expect(left(text, "KS251")).toEqual(["KS251:1", "KS251:1", "KS251:3"]);
  });

  it("keeps the codes that are not named", () => {
    const text = "// kernelsmith-disable-next-line dropped-border, KS305\nf();";
    expect(left(text, "KS251", "KS302", "KS305")).toEqual(["KS302:2"]);
  });
});

describe("a line", () => {
  it.each([
    "f(); // kernelsmith-disable-line KS251",
    "f(); /* kernelsmith-disable-line KS251 */",
    "/** kernelsmith-disable-line KS251 */ f();",
    "f(/* kernelsmith-disable-line KS251 */);",
    "f(); // kernelsmith-disable-line",
  ])("%s", (line) => {
    expect(left(`f();\n${line}\nf();`, "KS251")).toEqual(["KS251:1", "KS251:3"]);
  });
});

describe("a stretch", () => {
  it("ends where it is enabled again", () => {
    const text =
      "f();\n/* kernelsmith-disable KS251 */\nf();\n/* kernelsmith-enable KS251 */\nf();";
    expect(left(text, "KS251", "KS305")).toEqual([
      "KS251:1",
      "KS305:1",
      "KS305:3",
      "KS251:5",
      "KS305:5",
    ]);
  });

  it("is the whole file when it starts at the top", () => {
    expect(left("/* kernelsmith-disable */\nf();\nf();", "KS251")).toEqual([]);
    expect(left("#!/usr/bin/env node\n// kernelsmith-disable\nf();", "KS251")).toEqual([]);
  });

  it("is enabled for one code alone", () => {
    const text = "/* kernelsmith-disable */ f();\n/* kernelsmith-enable KS251 */ f();";
    expect(left(text, "KS251", "KS305")).toEqual(["KS251:2"]);
  });
});

describe("what is no comment of ours", () => {
  it.each([
    'const s = "// kernelsmith-disable-line"; f();',
    "const s = `${1} // kernelsmith-disable-line`; f();",
    "const s = `\n// kernelsmith-disable-line ${1} /* kernelsmith-disable */`; f();",
    "const r = /\\/\\/ kernelsmith-disable-line/; f();",
    "f(); // see kernelsmith-disable-line",
    "f(); // kernelsmith-based nets",
  ])("%s", (line) => {
    expect(left(line, "KS251")).toHaveLength(1);
    expect(told(line)).toEqual([]);
  });

  it("says nothing about other files", () => {
    const [finding] = found(parse("f();"), ["KS251"]);
    const other = ts.createSourceFile("/o.ts", "/* kernelsmith-disable */", 99);
    expect(finding && applyDirectives(other, [finding])).toEqual([finding]);
  });
});

describe("a comment that is not understood", () => {
  it("is told, and what is right about it holds", () => {
    const text = "f(); // kernelsmith-disable-line KS251, droped-border";
    expect(left(text, "KS251")).toEqual(["KS511:1"]);
    expect(told(text)).toEqual([
      {
        at: "KS511:1:6",
        text: 'there is no rule "droped-border". The nearest there is is dropped-border. A reason goes behind --.',
      },
    ]);
  });

  it("disables nothing where no name of it is right", () => {
    expect(left("f(); // kernelsmith-disable-line KS999", "KS251")).toEqual(["KS251:1", "KS511:1"]);
  });

  it("is told of a misspelt word", () => {
    expect(told("// kernelsmith-disable-nextline\nf();")).toEqual([
      {
        at: "KS511:1:1",
        text: "there is no comment kernelsmith-disable-nextline. There is kernelsmith-disable-next-line.",
      },
    ]);
  });

  it("may be disabled itself", () => {
    expect(told("/* kernelsmith-disable KS511 */\n// kernelsmith-disable-line KS999")).toEqual([]);
  });

  it("is told once, wherever it stands", () => {
    for (const text of [
      "f(\n// kernelsmith-disable x\n);",
      "{\n// kernelsmith-disable x\n}",
      "f(;\n// kernelsmith-disable x\n",
    ])
      expect(told(text)).toHaveLength(1);
  });
});
