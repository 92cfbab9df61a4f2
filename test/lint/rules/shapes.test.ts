import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Code } from "../../../src/diagnostics.ts";
import { edited } from "../../../src/lint/fix.ts";
import { summary } from "../../../src/report/summary.ts";
import { lintText, told, withRule } from "../support.ts";

const names =
  "add, averagePool1d, averagePool2d, conv1d, conv2d, convTranspose2d, defineModel, dropout, flatten, globalAveragePool2d, linear, maxPool2d, pad, relu, reshape, slice";

/** A model of one input, its layers from line 5 on; what it is called there is x. */
const model = (shape: readonly number[], ...body: readonly string[]): string =>
  `import { ${names} } from "kernelsmith";
export default defineModel({
  inputs: { x: [${shape.join(", ")}] },
  outputs: ({ x }) => {
${body.map((line) => `    ${line}`).join("\n")}
  },
});
`;

/** What one rule says: lines and messages. */
const said = (code: Code, text: string, options = {}): readonly string[] =>
  lintText(text, withRule(code, options))
    .findings.filter((finding) => finding.code === code)
    .map(({ at, message }) => `${at.line}: ${message}`);

/** The texts after each of the fixes of the only finding of a code: line 5 of them. */
function fixed(code: Code, text: string): readonly (string | undefined)[] {
  const [finding] = lintText(text, withRule(code)).findings.filter((f) => f.code === code);
  return (finding?.fixes ?? []).map(({ edits }) => edited(text, edits).split("\n")[4]?.trim());
}

describe("well-known nets", () => {
  const folder = fileURLToPath(new URL("nets", import.meta.url));
  const expected: { readonly [file: string]: readonly string[] } = {
    "alexnet.ts": ["KS256 16"],
    // the stride of the first 1 × 1 of a bottleneck, and a stem for 224 × 224 that is fed 32 × 32
    "resnet.ts": ["KS257 8", "KS254 8"],
    "vgg16.ts": ["KS256 21"],
  };

  it.each(readdirSync(folder))("%s is told what is so, and no more", (file) => {
    const linted = lintText(readFileSync(`${folder}/${file}`, "utf8"));
    expect(linted.calls.followed).toBe(linted.calls.all);
    expect(linted.models.every(({ built }) => built !== undefined)).toBe(true);
    expect(told(linted)).toEqual(expected[file] ?? []);
  });
});

describe("dropped borders", () => {
  const at = (...args: Parameters<typeof model>) => said("KS251", model(...args));

  it.each([
    [[1, 7, 7], "maxPool2d(x, { kernel: 2 })", "row and column of the 7 × 7 map"],
    [[1, 8, 7], "averagePool2d(x, { kernel: 2 })", "column of the 8 × 7 map"],
    [
      [1, 32, 32],
      "conv2d(x, { filters: 2, kernel: 3, stride: 3 })",
      "2 rows and columns of the 32 × 32 map",
    ],
    [
      [1, 30, 31],
      "conv2d(x, { filters: 2, kernel: 4, stride: 4 })",
      "2 rows and 3 columns of the 30 × 31 map",
    ],
    [[2, 30], "conv1d(x, { filters: 2, kernel: 4, stride: 4 })", "2 steps of the sequence of 30"],
    [[2, 15], "averagePool1d(x, { kernel: 2 })", "step of the sequence of 15"],
  ])("%j %s", (shape, layer, what) => {
    expect(at(shape, `return ${layer};`)).toEqual([`5: no window reads the last ${what}`]);
  });

  it.each([
    [
      "only padding is dropped",
      [1, 28, 28],
      "return conv2d(x, { filters: 2, kernel: 3, stride: 2, padding: 1 });",
    ],
    ["the last window is short", [1, 7, 7], "return maxPool2d(x, { kernel: 2, ceilMode: true });"],
    ['padding is "same"', [1, 7, 7], 'return maxPool2d(x, { kernel: 2, padding: "same" });'],
    [
      "fewer than 2 of 100 rows are dropped",
      [1, 224, 224],
      "return conv2d(x, { filters: 2, kernel: 3, stride: 2 });",
    ],
    [
      "it is a stride over pixels",
      [1, 28, 28],
      "return conv2d(x, { filters: 2, kernel: 1, stride: 2 });",
    ],
    [
      "a pad put them there",
      [1, 28, 28],
      "return conv2d(pad(x, { padding: 1 }), { filters: 2, kernel: 3, stride: 2 });",
    ],
    [
      "something else reads them",
      [4, 7, 7],
      "return { a: maxPool2d(x, { kernel: 2 }), b: relu(x) };",
    ],
    [
      "the app sees them",
      [4, 7, 7],
      "const y = relu(x); return { a: maxPool2d(y, { kernel: 2 }), y };",
    ],
    [
      "another window reads them",
      [4, 7, 7],
      "return { a: maxPool2d(x, { kernel: 2 }), b: maxPool2d(x, { kernel: 3, stride: 2 }) };",
    ],
  ])("are not told of where %s", (_, shape, body) => {
    expect(at(shape, body)).toEqual([]);
  });

  it("are told of from the share on that is asked for", () => {
    const text = model([1, 224, 224], "return conv2d(x, { filters: 2, kernel: 3, stride: 2 });");
    expect(said("KS251", text, { share: 0.004 })).toHaveLength(1);
  });

  it("are told with the formula, and where the last window ends", () => {
    const text = model([1, 28, 28], "return conv2d(x, { filters: 2, kernel: 5, stride: 2 });");
    const [finding] = lintText(text).findings;
    expect(finding?.notes).toEqual([
      "floor((28 + 2·0 − 5)/2) + 1 = 12",
      "the last window ends with row and column 27 of 28",
    ]);
    expect(finding?.fix).toBe("With kernel: 6 every pixel is read, and the output stays 12 × 12.");
  });

  it("are mended by kernels, paddings and ceilings", () => {
    expect(fixed("KS251", model([1, 7, 7], "return maxPool2d(x, { kernel: 2 });"))).toEqual([
      "return maxPool2d(x, { kernel: 3, stride: 2 });",
      "return maxPool2d(x, { kernel: 2, ceilMode: true });",
      "return maxPool2d(x, { kernel: 2, padding: [0, 0, 1, 1] });",
    ]);
    expect(
      fixed("KS251", model([1, 30, 30], "return conv2d(x, { filters: 1, kernel: 4, stride: 4 });")),
    ).toContain("return conv2d(x, { filters: 1, kernel: 4, stride: 4, padding: 1 });");
  });

  it("are left where the same call is made for other sizes and would change there", () => {
    const text = model(
      [1, 30, 30],
      "for (let i = 0; i < 2; i++) x = averagePool2d(relu(x), { kernel: 2 });",
      "return x;",
    );
    expect(fixed("KS251", text)).toEqual([
      "for (let i = 0; i < 2; i++) x = averagePool2d(relu(x), { kernel: 2, ceilMode: true });",
      "for (let i = 0; i < 2; i++) x = averagePool2d(relu(x), { kernel: 2, padding: [0, 0, 1, 1] });",
    ]);
  });
});

describe("even kernels", () => {
  it.each([
    [
      "conv2d(x, { filters: 1, kernel: 2, padding: 1 })",
      "kernel 2 with padding 1 makes the 8 × 8 map one larger: 9 × 9",
    ],
    [
      "conv2d(x, { filters: 1, kernel: [1, 4], padding: [0, 2] })",
      "kernel 4 with padding 2 makes the 8 × 8 map one larger: 8 × 9",
    ],
    [
      'maxPool2d(x, { kernel: 2, stride: 1, padding: "same" })',
      'padding "same" cannot be the same on both sides of a kernel of 2: the map moves by half a pixel',
    ],
  ])("%s", (layer, message) => {
    expect(said("KS252", model([1, 8, 8], `return ${layer};`))).toEqual([`5: ${message}`]);
  });

  it.each([
    "conv2d(x, { filters: 1, kernel: 4, padding: 1 })",
    "conv2d(x, { filters: 1, kernel: 4, stride: 2, padding: 1 })",
    "conv2d(x, { filters: 1, kernel: 4, padding: [1, 1, 2, 2] })",
    'conv2d(x, { filters: 1, kernel: 2, dilation: 2, padding: "same" })',
    'maxPool2d(x, { kernel: 2, padding: "same" })',
    "slice(conv2d(x, { filters: 1, kernel: 2, padding: 1 }), { axis: 1, start: 0, end: 8 })",
  ])("but not %s", (layer) => {
    expect(said("KS252", model([1, 8, 8], `return ${layer};`))).toEqual([]);
  });

  it("are made odd, with the padding that keeps the size", () => {
    const text = model([1, 8, 8], "return conv2d(x, { filters: 1, kernel: 4, padding: 2 });");
    expect(fixed("KS252", text)).toEqual([
      "return conv2d(x, { filters: 1, kernel: 5, padding: 2 });",
      "return conv2d(x, { filters: 1, kernel: 3, padding: 1 });",
    ]);
  });
});
