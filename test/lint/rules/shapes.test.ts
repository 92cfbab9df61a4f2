import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Net } from "../../../src/lint/net.ts";
import { slidings } from "../../../src/lint/windows.ts";
import { summary } from "../../../src/report/summary.ts";
import type { Window } from "../../../src/report/window.ts";
import { fixed, lintText, model, said, told } from "../support.ts";

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

  it.each(readdirSync(folder))("%s has the windows that its definitions have", (file) => {
    const { models } = lintText(readFileSync(`${folder}/${file}`, "utf8"));
    for (const { model, ...followed } of models) {
      const rows = new Map(model && summary(model).rows.map((row) => [row.name, row]));
      for (const { node, slides } of slidings(new Net(followed))) {
        // of a sequence, the first is over the single row it is inside
        const windows = rows.get(node.name)?.windows.slice(-slides.length) ?? [];
        const pick = ({ size, steps, kernel, stride, before }: Window) => [
          size,
          steps,
          kernel,
          stride,
          before,
        ];
        expect(slides.map(pick), node.name).toEqual(windows.map(pick));
      }
    }
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

describe("a heavy flatten", () => {
  const head = (flat: string) =>
    model([64, 16, 16], "const y = relu(x);", `return linear(${flat}, { units: 128 });`);

  it.each(["flatten(y)", "dropout(relu(flatten(y)))", "reshape(y, [-1])"])("%s", (flat) => {
    expect(said("KS256", head(flat))).toEqual([
      "6: 2,097,280 of the model's 2,097,280 parameters are in this one layer",
    ]);
  });

  it("is told of by the shares and counts that are asked for", () => {
    const two = head("flatten(y)")
      .replace("units: 128 })", "units: 128 }), b: linear(flatten(y), { units: 128 }) };")
      .replace("return", "return { a:");
    expect(said("KS256", two)).toEqual([]);
    expect(said("KS256", two, { share: 0.4 })).toHaveLength(2);
    expect(said("KS256", head("flatten(y)"), { parameters: 3_000_000 })).toEqual([]);
  });

  it("is none where the map is a single pixel, or no map", () => {
    expect(
      said("KS256", model([16384, 1, 1], "return linear(flatten(x), { units: 128 });")),
    ).toEqual([]);
    expect(said("KS256", model([16384], "return linear(x, { units: 128 });"))).toEqual([]);
  });
});

describe("a narrow head", () => {
  it("sees as much as the summary says", () => {
    const text = model(
      [1, 40, 40],
      "const y = relu(conv2d(x, { filters: 2, kernel: 3, stride: 2 }));",
      "return conv2d(maxPool2d(y, { kernel: 2 }), { filters: 1, kernel: 3 });",
    );
    const [followed] = lintText(text).models;
    const seen = followed?.model && summary(followed.model).rows.at(-1)?.receptiveField;
    expect(seen).toEqual([13, 13]);
    expect(said("KS255", text)).toEqual([
      "6: output sees 13 × 13 of the 40 × 40 input, less than 40 × 40",
    ]);
    expect(said("KS255", text, { least: 14 })).toHaveLength(1);
    expect(said("KS255", text, { least: 13 })).toEqual([]);
    expect(lintText(text).findings.map(({ code }) => code)).not.toContain("KS255");
  });

  it.each(["linear(flatten(x), { units: 2 })", "globalAveragePool2d(x)"])(
    "%s sees all",
    (layer) => {
      expect(said("KS255", model([1, 40, 40], `return ${layer};`))).toEqual([]);
    },
  );
});
