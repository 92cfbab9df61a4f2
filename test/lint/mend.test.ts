import { describe, expect, it } from "vitest";
import { editedFiles } from "../../src/lint/fix.ts";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

const path = "/model.ts";
const names =
  "add, averagePool2d, concat, conv1d, conv2d, convTranspose2d, crossEntropy, defineModel, dropout, flatten, globalAveragePool2d, groupNorm, linear, matmul, maxPool2d, mean, mul, pad, pixelShuffle, relu, reshape, sgd, softmax, split, transpose, upsample";

/** A file of one model: its input's shape, and the lines of its outputs. */
const model = (shape: string, body: string, more = "") =>
  `import { ${names} } from "kernelsmith";\n` +
  `export default defineModel({ inputs: { x: ${shape} }, outputs({ x }) {\n${body}\n}${more} });\n`;

const errors = (text: string) =>
  createLinter(memory({ [path]: text }))
    .lint(path, preset("recommended"))
    .findings.filter(({ severity }) => severity === "error");

/** The file after each of the fixes of its only error. */
function fixed(text: string): readonly string[] {
  const [error, ...more] = errors(text);
  expect(more).toEqual([]);
  return (error?.fixes ?? []).map(({ edits }) => {
    const after = editedFiles(edits, (file) => (file === path ? text : undefined)).get(path) ?? "";
    expect(errors(after)).toEqual([]);
    return after;
  });
}

type Row = readonly [what: string, shape: string, body: string, to: string];

/** With `from` for `to` in the body there is an error; the best fix is what is given. */
function expectBest([, shape, body, to]: Row): void {
  const [best] = fixed(model(shape, body));
  expect(best?.split("\n").slice(2, -2).join("\n")).toBe(to);
}

describe("a window too large", () => {
  const rows: readonly Row[] = [
    ["a convolution is padded", "[3, 4, 4]", "return conv2d(x, { filters: 2, kernel: 5 });", "return conv2d(x, { filters: 2, kernel: 5, padding: 2 });"], // prettier-ignore
    ["a pool is left out", "[3, 1, 1]", "return flatten(maxPool2d(x, { kernel: 2 }));", "return flatten(x);"], // prettier-ignore
    ["a pool takes what there is", "[3, 6, 6]", "return flatten(averagePool2d(x, { kernel: 7 }));", "return flatten(averagePool2d(x, { kernel: 6 }));"], // prettier-ignore
    ["in a loop it is padded", "[3, 4, 4]", "for (let i = 0; i < 3; i++) x = maxPool2d(x, { kernel: 2 });\nreturn x;", 'for (let i = 0; i < 3; i++) x = maxPool2d(x, { kernel: 2, padding: "same" });\nreturn x;'], // prettier-ignore
    ["a reflection is cut", "[3, 3, 3]", 'return pad(x, { padding: 3, mode: "reflect" });', 'return pad(x, { padding: 2, mode: "reflect" });'], // prettier-ignore
    ["a transposed convolution's padding", "[3, 2, 2]", "return convTranspose2d(x, { filters: 1, kernel: 3, padding: 4 });", "return convTranspose2d(x, { filters: 1, kernel: 3, padding: 1 });"], // prettier-ignore
  ];
  for (const row of rows) it(row[0], () => expectBest(row));

  it("an even one is padded as its size asks", () => {
    const [best] = fixed(model("[1, 3, 3]", "return conv2d(x, { filters: 2, kernel: 4 });"));
    expect(best).toContain('kernel: 4, padding: "same" }');
  });

  it("an input with its channels last is turned", () => {
    const [best] = fixed(model("[28, 28, 1]", "return conv2d(x, { filters: 2, kernel: 3 });"));
    expect(best).toContain("inputs: { x: [1, 28, 28] }");
  });
});

describe("sizes that differ", () => {
  const block = "const f = conv2d(x, { filters: 8, kernel: 3";
  const rows: readonly Row[] = [
    ["a branch without padding", "[8, 9, 9]", `${block} });\nreturn add(f, x);`, `${block}, padding: 1 });\nreturn add(f, x);`], // prettier-ignore
    ["two of them", "[8, 9, 9]", `${block} });\nconst g = conv2d(relu(f), { filters: 8, kernel: 5 });\nreturn add(g, x);`, `${block}, padding: 1 });\nconst g = conv2d(relu(f), { filters: 8, kernel: 5, padding: 2 });\nreturn add(g, x);`], // prettier-ignore
    ["the shortcut lacks the stride", "[8, 8, 8]", `${block}, padding: 1, stride: 2 });\nreturn add(f, conv2d(x, { filters: 8, kernel: 1 }));`, `${block}, padding: 1, stride: 2 });\nreturn add(f, conv2d(x, { filters: 8, kernel: 1, stride: 2 }));`], // prettier-ignore
    ["the shortcut has other channels", "[3, 8, 8]", `${block}, padding: 1 });\nreturn add(f, x);`, `${block}, padding: 1 });\nreturn add(f, conv2d(x, { filters: 8, kernel: 1 }));`], // prettier-ignore
    ["a pool in a concat", "[8, 8, 8]", "return concat([x, maxPool2d(x, { kernel: 3, stride: 1 })]);", "return concat([x, maxPool2d(x, { kernel: 3, stride: 1, padding: 1 })]);"], // prettier-ignore
    ["gates for channels", "[8, 4, 4]", "const g = globalAveragePool2d(x);\nreturn mul(x, g);", "const g = globalAveragePool2d(x);\nreturn mul(x, reshape(g, [8, 1, 1]));"], // prettier-ignore
    ["a row too few after upsampling", "[2, 9, 9]", "const y = maxPool2d(x, { kernel: 2 });\nreturn concat([upsample(y, { scale: 2 }), x]);", "const y = maxPool2d(x, { kernel: 2 });\nreturn concat([upsample(y, { size: 9 }), x]);"], // prettier-ignore
    ["queries and keys", "[5, 8]", "return matmul(x, linear(x, { units: 8 }));", "return matmul(x, transpose(linear(x, { units: 8 }), [1, 0]));"], // prettier-ignore
  ];
  for (const row of rows) it(row[0], () => expectBest(row));

  it("where a block is called with several sizes, the shortcut is projected as each asks", () => {
    const text = [
      `import { add, conv2d, defineModel } from "kernelsmith";`,
      "const block = (x, filters, stride) => {",
      "  const f = conv2d(x, { filters, kernel: 3, padding: 1, stride });",
      "  return add(f, x);",
      "};",
      "export default defineModel({ inputs: { x: [8, 16, 16] }, outputs: ({ x }) =>",
      "  block(block(block(x, 8, 1), 16, 2), 32, 2) });",
    ];
    const [best] = fixed(text.join("\n"));
    expect(best?.split("\n")[3]).toBe(
      "  return add(f, x.shape[0] === f.shape[0] && x.shape[1] === f.shape[1] ? x : conv2d(x, { filters: f.shape[0], kernel: 1, stride: Math.round(x.shape[1] / f.shape[1]) }));",
    );
  });
});

describe("axes and elements", () => {
  const rows: readonly Row[] = [
    ["a map into linear", "[2, 3, 3]", "return linear(x, { units: 4 });", "return linear(flatten(x), { units: 4 });"], // prettier-ignore
    ["a vector beside a map", "[2, 3, 3]", "return concat([x, globalAveragePool2d(x)]);", "return concat([flatten(x), globalAveragePool2d(x)]);"], // prettier-ignore
    ["a sequence without channels", "[40]", "return conv1d(x, { filters: 2, kernel: 3 });", "return conv1d(reshape(x, [1, 40]), { filters: 2, kernel: 3 });"], // prettier-ignore
    ["an axis counted with the batch", "[2, 3, 3]", "return softmax(x, { axis: 3 });", "return softmax(x, { axis: 2 });"], // prettier-ignore
    ["axes counted with the batch", "[2, 3, 3]", "return mean(x, { axes: [2, 3] });", "return mean(x, { axes: [1, 2] });"], // prettier-ignore
    ["an order with the batch", "[4, 5, 3]", "return transpose(x, [0, 3, 1, 2]);", "return transpose(x, [2, 0, 1]);"], // prettier-ignore
    ["a reshape to a vector", "[2, 4, 4]", "return reshape(x, [50]);", "return reshape(x, [32]);"], // prettier-ignore
    ["a reshape to a map", "[2, 4, 4]", "return reshape(x, [8, 16]);", "return reshape(x, [8, -1]);"], // prettier-ignore
    ["a size of 0", "[2, 4, 4]", "return reshape(x, [0, -1]);", "return reshape(x, [2, -1]);"], // prettier-ignore
    ["parts of the wrong sizes", "[40]", "return split(x, { parts: [20, 21] })[0];", "return split(x, { parts: [20, 20] })[0];"], // prettier-ignore
  ];
  for (const row of rows) it(row[0], () => expectBest(row));

  it("a shape with the batch in front", () => {
    const lines = "return conv2d(x, { filters: 2, kernel: 3 });";
    for (const shape of ["[1, 3, 8, 8]", "[-1, 3, 8, 8]", "[null, 3, 8, 8]"])
      expect(fixed(model(shape, lines))[0]).toContain("inputs: { x: [3, 8, 8] }");
  });

  it("an image without a channel", () => {
    const [best] = fixed(model("[28, 28]", "return conv2d(x, { filters: 2, kernel: 3 });"));
    expect(best).toContain("inputs: { x: [1, 28, 28] }");
  });
});

describe("groups", () => {
  const rows: readonly Row[] = [
    ["filters in groups that divide the channels", "[12, 4, 4]", "return conv2d(x, { filters: 18, kernel: 1, groups: 4 });", "return conv2d(x, { filters: 20, kernel: 1, groups: 4 });"], // prettier-ignore
    ["depthwise", "[12, 4, 4]", "return conv2d(x, { filters: 16, kernel: 3, groups: 16 });", "return conv2d(x, { filters: 12, kernel: 3, groups: 12 });"], // prettier-ignore
    ["of a norm", "[48, 4, 4]", "return groupNorm(x, { groups: 32 });", "return groupNorm(x, { groups: 24 });"], // prettier-ignore
    ["pixels from channels", "[3, 4, 4]", "return pixelShuffle(conv2d(x, { filters: 10, kernel: 1 }), { scale: 2 });", "return pixelShuffle(conv2d(x, { filters: 12, kernel: 1 }), { scale: 2 });"], // prettier-ignore
  ];
  for (const row of rows) it(row[0], () => expectBest(row));
});

describe("options", () => {
  const conv = (options: string) => `return conv2d(x, { filters: 2, ${options} });`;
  const cases: readonly (readonly [what: string, from: string, to: string])[] = [
    ["a slip", "kernle: 3", "kernel: 3"],
    ["Keras' name", "strides: 2, kernel: 3", "stride: 2, kernel: 3"],
    ["PyTorch's names", "kernel_size: 3, dilation_rate: 2", "kernel: 3, dilation: 2"],
    ["less than nothing", "kernel: 3, padding: -1", "kernel: 3, padding: 0"],
    ["none at all", "kernel: 0", "kernel: 1"],
    ["a fraction", "kernel: 2.5", "kernel: 2"],
    ["digits in quotes", 'kernel: "3"', "kernel: 3"],
    ["a word in capitals", 'kernel: 3, padding: "SAME"', 'kernel: 3, padding: "same"'],
    ["a flag", "kernel: 3, padding: true", 'kernel: 3, padding: "same"'],
    ["strides of four axes", "kernel: 3, stride: [1, 2, 2, 1]", "kernel: 3, stride: 2"],
  ];
  for (const [what, from, to] of cases)
    it(what, () => expectBest([what, "[3, 9, 9]", conv(from), conv(to)]));

  const rows: readonly Row[] = [
    ["given one by one", "[3, 9, 9]", "return conv2d(x, 8, 3);", "return conv2d(x, { filters: 8, kernel: 3 });"], // prettier-ignore
    ["tensors one by one", "[3, 9, 9]", "return concat(x, x);", "return concat([x, x]);"],
    ["an activation", "[4]", 'return linear(x, { units: 2, activation: "relu" });', "return relu(linear(x, { units: 2 }));"], // prettier-ignore
    ["per cent", "[4]", "return dropout(x, { p: 25 });", "return dropout(x, { p: 0.25 });"],
    ["two ways to say it", "[1, 4, 4]", "return upsample(x, { scale: 2, size: 9 });", "return upsample(x, { size: 9 });"], // prettier-ignore
    ["too much padding of a pool", "[1, 4, 4]", "return maxPool2d(x, { kernel: 2, padding: 2 });", "return maxPool2d(x, { kernel: 2, padding: 1 });"], // prettier-ignore
    ["a name twice", "[4]", 'const y = relu(x, { name: "a" });\nreturn softmax(y, { name: "a" });', 'const y = relu(x, { name: "a" });\nreturn softmax(y, { name: "a2" });'], // prettier-ignore
    ["a shape for a tensor", "[4]", "const y = relu(x);\nreturn add(x, y.shape);", "const y = relu(x);\nreturn add(x, y);"], // prettier-ignore
  ];
  for (const row of rows) it(row[0], () => expectBest(row));

  it("are set where they are constants", () => {
    const text = model("[48, 4, 4]", "return groupNorm(x, { groups: GROUPS });");
    const [best] = fixed(text.replace("export", "const GROUPS = 32;\nexport"));
    expect(best).toContain("const GROUPS = 24;");
    expect(best).toContain("{ groups: GROUPS }");
  });

  it("are renamed in the object that they come from", () => {
    const text = model("[4]", "for (const o of list) x = linear(x, o);\nreturn x;");
    const list = "const list = [{ units: 3 }, { unit: 2 }];\nexport";
    expect(fixed(text.replace("export", list))[0]).toContain("[{ units: 3 }, { units: 2 }]");
  });
});

describe("a model", () => {
  const logits = "return { logits: linear(x, { units: 2 }) };";
  const cases: readonly (readonly [what: string, from: string, to: string])[] = [
    ["a loss of another output", ', train: { loss: crossEntropy({ of: "logit" }) }', ', train: { loss: crossEntropy({ of: "logits" }) }'], // prettier-ignore
    ["a loss that is not called", ", train: { loss: crossEntropy }", ", train: { loss: crossEntropy() }"], // prettier-ignore
    ["an optimizer's name", ', train: { loss: crossEntropy(), optimizer: "sgd" }', ", train: { loss: crossEntropy(), optimizer: sgd() }"], // prettier-ignore
    ["a slip in training", ", train: { los: crossEntropy() }", ", train: { loss: crossEntropy() }"],
    ["another's learning rate", ", train: { loss: crossEntropy(), optimizer: sgd({ lr: 0.1 }) }", ", train: { loss: crossEntropy(), optimizer: sgd({ learningRate: 0.1 }) }"], // prettier-ignore
  ];
  for (const [what, from, to] of cases)
    it(what, () => {
      expect(fixed(model("[4]", logits, from))[0]).toBe(model("[4]", logits, to));
    });

  it("that gives nothing returns what it made", () => {
    const text = model("[4]", "  const y = linear(x, { units: 2 });");
    expect(fixed(text)[0]).toContain("units: 2 });\n  return y;");
    expect(fixed(model("[4]", "linear(x, { units: 2 });"))[0]).toContain("return linear(");
    expect(fixed(model("[4]", "return [x, relu(x)];"))[0]).toContain(
      "return { x, output2: relu(x) };",
    );
  });
});
