import { describe, expect, it } from "vitest";
import { annotate } from "../../src/lint/annotate.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

const annotated = (text: string): string => {
  const linter = createLinter(memory({ "/model.ts": text }));
  return annotate(linter.lint("/model.ts", preset("recommended")), text);
};

const head = 'import * as k from "kernelsmith";';
const file = (...lines: readonly string[]) =>
  [
    head,
    "export default k.defineModel({ inputs: { x: [1, 28, 28] }, outputs({ x }) {",
    ...lines,
    "} });",
    "",
  ].join("\n");

/** The lines within the model. */
const body = (text: string) => annotated(text).split("\n").slice(2, -2);

describe("each layer's shape stands at the end of its line", () => {
  it("that of the outermost call, or of the last", () => {
    const lines = [
      "  const c = k.relu(k.conv2d(x, { filters: 6, kernel: 5 }));",
      "  const p = k.maxPool2d(c, { kernel: 2 }); const f = k.flatten(p);",
      "  return f;",
    ];
    expect(body(file(...lines))).toEqual([
      `${lines[0]} //=> [6, 24, 24]`,
      `${lines[1]} //=> [864]`,
      "  return f;",
    ]);
  });

  it("where a call ends that goes over several lines", () => {
    const lines = ["  return k.conv2d(x, {", "    filters: 2,", "    kernel: 1,", "  });"];
    expect(body(file(...lines))).toEqual([...lines.slice(0, 3), "  }); //=> [2, 28, 28]"]);
  });

  it("of a block that is called with several sizes, all of them, up to a point", () => {
    const text = [
      head,
      "const half = (x) => k.maxPool2d(x, { kernel: 2 });",
      "export default k.defineModel({ inputs: { x: [1, 64, 64] }, outputs({ x }) {",
      "  for (let i = 0; i < 2; i++) x = half(x);",
      "  return x;",
      "} });",
    ];
    expect(annotated(text.join("\n")).split("\n")[1]).toBe(
      `${text[1]} //=> [1, 32, 32] | [1, 16, 16]`,
    );
    const more = text.join("\n").replace("i < 2", "i < 5");
    expect(annotated(more).split("\n")[1]).toMatch(/ \| …$/);
  });

  it("of a layer that gives several tensors, each", () => {
    const lines = ["  const [a] = k.split(x, { parts: 2, axis: 1 });", "  return a;"];
    expect(body(file(...lines))[0]).toBe(`${lines[0]} //=> [1, 14, 28], [1, 14, 28]`);
  });
});

describe("what stands there already", () => {
  it("is replaced, and taken away where there is no layer", () => {
    const text = file(
      "  const c = k.conv2d(x, { filters: 6, kernel: 5 }); //=> [6, 20, 20] | [2], …",
      "  const d = c;  //=> [6, 24, 24]",
      "  return d;",
    );
    expect(body(text)).toEqual([
      "  const c = k.conv2d(x, { filters: 6, kernel: 5 }); //=> [6, 24, 24]",
      "  const d = c;",
      "  return d;",
    ]);
  });

  it("stays, if it is another comment, a string or a template", () => {
    const lines = [
      "  const c = k.relu(x); // as in the paper",
      '  const s = "a //=> [1]";',
      "  const t = `",
      "    ${k.relu(c)} //=> [1]",
      "  //=> [2]`;",
      "  /* //=> [3]",
      "     //=> [4]",
      "   */",
      "  // what //=> [5] means",
      "  return c;",
    ];
    expect(body(file(...lines))).toEqual([`${lines[0]} //=> [1, 28, 28]`, ...lines.slice(1)]);
  });

  it("is the same when it is done again", () => {
    const text = file(
      "  const c = k.relu(x); // first",
      "  const d = k.conv2d(c, { filters: 2, kernel: 3 }) /* why */; // second",
      "  const e = k.relu(d); //=> not a shape",
      "  return k.flatten(e);",
    );
    const once = annotated(text);
    expect(once).not.toBe(text);
    expect(annotated(once)).toBe(once);
  });

  it("and line ends are kept", () => {
    const text = file("  return k.flatten(x);").replaceAll("\n", "\r\n");
    expect(annotated(text)).toBe(text.replace("(x);", "(x); //=> [784]"));
  });
});

it("a source without layers is as it was", () => {
  for (const text of ["", "\n", "const a = 1; // b", "#!/usr/bin/env node\r\nlet x;"])
    expect(annotated(text)).toBe(text);
});
