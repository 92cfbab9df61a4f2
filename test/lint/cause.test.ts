import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

/** What is told of the only error of a model, the model's lines counted from 1. */
function notes(text: string, more: { readonly [file: string]: string } = {}): readonly string[] {
  const host = memory({ "/model.ts": text, ...more });
  const { findings } = createLinter(host).lint("/model.ts", preset("recommended"));
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toHaveLength(1);
  return errors[0]?.notes ?? [];
}

const model = (input: string, ...lines: readonly string[]) =>
  [
    `import * as k from "kernelsmith";`,
    `export default k.defineModel({ inputs: { x: ${input} }, outputs({ x }) {`,
    ...lines.map((line) => `  ${line}`),
    "} });",
  ].join("\n");

describe("the sizes that a refused call is fed are traced back", () => {
  it("a window too large: the layer that shrank the map most is marked", () => {
    const text = model(
      "[1, 28, 28]",
      "const c1 = k.relu(k.conv2d(x, { filters: 6, kernel: 5 }));",
      "const p1 = k.maxPool2d(c1, { kernel: 3, stride: 2 });",
      "const p2 = k.averagePool2d(p1, { kernel: 4 });",
      "return k.conv2d(p2, { filters: 16, kernel: 5 });",
    );
    expect(notes(text)).toEqual([
      "[6, 2, 2] comes from x [1, 28, 28]",
      "  conv1 conv2d → [6, 24, 24]: floor((28 + 2·0 − 5)/1) + 1 = 24, line 3",
      "  pool1 maxPool2d → [6, 11, 11]: floor((24 + 2·0 − 3)/2) + 1 = 11, line 4",
      "  pool2 averagePool2d → [6, 2, 2]: floor((11 + 2·0 − 4)/4) + 1 = 2, line 5   ← here 11 becomes 2",
    ]);
  });

  it("a reshape: the last layer that changed the number of elements is marked", () => {
    const text = model(
      "[1, 12, 8]",
      "const c = k.conv2d(x, { filters: 4, kernel: [3, 1], dilation: [2, 1], stride: [1, 2], padding: [0, 0, 1, 1] });",
      "return k.reshape(k.relu(k.upsample(c, { scale: 2 })), [100]);",
    );
    expect(notes(text)).toEqual([
      "[4, 18, 10] comes from x [1, 12, 8]",
      "  conv1 conv2d → [4, 9, 5]: height floor((12 + 0 + 1 − 2·(3 − 1) − 1)/1) + 1 = 9, width floor((8 + 0 + 1 − 1)/2) + 1 = 5, line 3",
      "  upsample1 upsample → [4, 18, 10]: height 9·2 = 18, width 5·2 = 10, line 4   ← here [4, 9, 5] becomes [4, 18, 10]",
    ]);
  });

  it("groups: where the channels come from", () => {
    const text = model(
      "[3, 8, 8]",
      "const c = k.conv2d(k.relu(k.conv2d(x, { filters: 10, kernel: 1 })), { filters: 10, kernel: 3 });",
      "return k.groupNorm(c, { groups: 4 });",
    );
    expect(notes(text)).toEqual([
      "[10, 6, 6] comes from x [3, 8, 8]",
      "  conv1 conv2d → [10, 8, 8]: floor((8 + 2·0 − 1)/1) + 1 = 8, line 3   ← here 3 becomes 10",
      "  conv2 conv2d → [10, 6, 6]: floor((8 + 2·0 − 3)/1) + 1 = 6, line 3",
    ]);
  });

  it("an input of the wrong shape is named", () => {
    const text = model("[28, 28, 1]", "return k.conv2d(x, { filters: 1, kernel: 3 });");
    expect(notes(text)).toEqual(["[28, 28, 1] is the shape of x"]);
  });

  it("at most five layers are told, those that are marked among them", () => {
    const text = model(
      "[1, 64, 64]",
      "x = k.maxPool2d(x, { kernel: 8 });",
      ...Array.from({ length: 6 }, (_, i) => `x = k.conv2d(x, { filters: ${i + 2}, kernel: 1 });`),
      "return k.conv2d(x, { filters: 1, kernel: 9 });",
    );
    const told = notes(text);
    expect(told[0]).toBe("[7, 8, 8] comes from x [1, 64, 64], by way of others");
    expect(told.slice(1).map((line) => /^ {2}(\w+)/.exec(line)?.[1])).toEqual([
      ...["pool1", "conv3", "conv4", "conv5", "conv6"],
    ]);
    expect(told[1]).toMatch(/← here 64 becomes 8$/);
  });
});

describe("two operands whose sizes differ are traced to where they part", () => {
  it("a branch without padding", () => {
    const text = model(
      "[3, 32, 32]",
      "const stem = k.conv2d(x, { filters: 16, kernel: 3, padding: 1 });",
      "const f = k.conv2d(k.relu(stem), { filters: 16, kernel: 3, padding: 1 });",
      "const g = k.conv2d(f, { filters: 16, kernel: 3 });",
      "return k.add(g, stem);",
    );
    expect(notes(text)).toEqual([
      "both come from conv1 [16, 32, 32], line 3",
      "the first, [16, 30, 30], comes from",
      "  conv3 conv2d → [16, 30, 30]: floor((32 + 2·0 − 3)/1) + 1 = 30, line 5   ← here 32 becomes 30",
      "the second, [16, 32, 32], is as it was",
    ]);
  });

  it("what both branches do is not marked", () => {
    const text = model(
      "[3, 32, 32]",
      "const a = k.maxPool2d(k.conv2d(x, { filters: 4, kernel: 3, padding: 1 }), { kernel: 2 });",
      "const b = k.maxPool2d(k.maxPool2d(x, { kernel: 2 }), { kernel: 2 });",
      "return k.concat([a, b]);",
    );
    const marked = notes(text).filter((line) => line.includes("←"));
    expect(marked).toEqual([
      "  pool3 maxPool2d → [3, 8, 8]: floor((16 + 2·0 − 2)/2) + 1 = 8, line 4   ← here 16 becomes 8",
    ]);
  });

  it("the axis along which tensors are joined may differ", () => {
    const text = model(
      "[3, 8, 8]",
      "const a = k.conv2d(x, { filters: 4, kernel: 1 });",
      "const b = k.conv2d(x, { filters: 6, kernel: 3 });",
      "const c = k.conv2d(x, { filters: 6, kernel: 1 });",
      "return k.concat([a, c, b]);",
    );
    expect(notes(text)).toEqual([
      "both come from x [3, 8, 8]",
      "the first, [4, 8, 8], comes from",
      "  conv1 conv2d → [4, 8, 8]: floor((8 + 2·0 − 1)/1) + 1 = 8, line 3",
      "the second, [6, 6, 6], comes from",
      "  conv2 conv2d → [6, 6, 6]: floor((8 + 2·0 − 3)/1) + 1 = 6, line 4   ← here 8 becomes 6",
    ]);
  });

  it("a transposed convolution's arithmetic, in another file", () => {
    const text = [
      `import * as k from "kernelsmith";`,
      `import { up } from "./up.ts";`,
      `export default k.defineModel({ inputs: { x: [1, 25, 25] }, outputs({ x }) {`,
      "  const c = k.conv2d(x, { filters: 2, kernel: 3, stride: 2, padding: 1 });",
      "  return k.sub(up(c), x);",
      "} });",
    ].join("\n");
    const up = [
      `import { convTranspose2d } from "kernelsmith";`,
      "export const up = (x) => convTranspose2d(x, { filters: 1, kernel: 4, stride: 2, padding: 1 });",
    ].join("\n");
    expect(notes(text, { "/up.ts": up }).slice(2, 4)).toEqual([
      "  conv1 conv2d → [2, 13, 13]: floor((25 + 2·1 − 3)/2) + 1 = 13, line 4   ← here 25 becomes 13",
      "  convTranspose1 convTranspose2d → [1, 26, 26]: (13 − 1)·2 − 2·1 + 4 = 26, up.ts:2   ← here 13 becomes 26",
    ]);
  });
});

it("where sizes are not the trouble there is no history", () => {
  const text = model(
    "[3, 8, 8]",
    "const c = k.conv2d(x, { filters: 4, kernel: 1 });",
    "return k.conv2d(c, { filters: 4, kernle: 1 });",
  );
  expect(notes(text)).toEqual([]);
});
