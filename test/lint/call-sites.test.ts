import { describe, expect, it } from "vitest";
import { callSiteRules } from "../../src/lint/call-sites/index.ts";
import { findings, fixed, told } from "./call-sites/modules.ts";

const lenet = `import { createLenet } from "./generated/lenet.js";
const net = createLenet();
`;

describe.each(callSiteRules)("$code", ({ code, bad, good }) => {
  it("is told of its bad example, and not of its good one", () => {
    expect(findings(bad).map((found) => found.code)).toEqual([code]);
    expect(findings(good)).toEqual([]);
  });
});

/** What follows `const net = createLenet();`, from line 3 on, and what is told of it. */
const faulty: readonly (readonly [name: string, app: string, ...told: string[]])[] = [
  [
    "a length in a name",
    "const size = 27; net.forward(new Float32Array(size ** 2));",
    "KS521 3 new Float32Array(size ** 2)",
  ],
  ["nothing at all", "net.forward(new Float32Array(0));", "KS521 3 new Float32Array(0)"],
  [
    "other numbers of labels",
    "net.trainStep(new Float32Array(784 * 2), [1, 2, 3]);",
    "KS521 3 [1, 2, 3]",
  ],
  [
    "labels in a typed array, of samples that are not known",
    "export const learn = (x: Float32Array) => net.trainStep(x, Uint8Array.from({ length: 65 }));",
    "KS525 3 Uint8Array.from({ length: 65 })",
  ],
  [
    "a part of a larger array",
    "const all = new Float32Array(7840);\nnet.forward(all.subarray(0, 785));",
    "KS521 4 all.subarray(0, 785)",
  ],
  [
    "an event handler, after an early return",
    "button.onclick = () => {\n  if (!ready()) return;\n  net.forward(new Float32Array(785));\n};",
    "KS521 5 new Float32Array(785)",
  ],
  [
    "a method of a class that nobody makes here",
    "export class Reader {\n  readonly #net = createLenet();\n  read = () => this.#net.forward(new Float32Array(9));\n  again() { return this.#net.forward(new Float32Array(8)); }\n}",
    "KS521 5 new Float32Array(9)",
    "KS521 6 new Float32Array(8)",
  ],
  [
    "labels, where the image was asked about",
    "export const f = (x) => { if (!x) return; if (x.length > 3) net.trainStep(x, new Uint8Array(65)); };",
    "KS525 3 new Uint8Array(65)",
  ],
  [
    "an async loop over batches that are not known",
    "export async function train(batches: AsyncIterable<Float32Array>) {\n  for await (const batch of batches) {\n    net.trainStep(batch, new Uint8Array(100));\n  }\n}",
    "KS525 5 new Uint8Array(100)",
  ],
  [
    "a branch, and a conditional expression",
    "const short = new Float32Array(3);\nif (Math.random() < 0.5) net.forward(short);\nexport const y = when() ? net.forward(short) : when() && net.forward(short);",
    "KS521 4 short",
    "KS521 5 short",
    "KS521 5 short",
  ],
  [
    "a case of a switch",
    "switch (mode()) {\n  case 1:\n    net.forward(new Float32Array(5));\n}",
    "KS521 5 new Float32Array(5)",
  ],
  [
    "a helper, told where the helper calls",
    "const ask = (x: Float32Array) => net.forward(x);\nask(new Float32Array(9));",
    "KS521 3 x",
  ],
  [
    "a method of a class that extends another",
    "class View extends HTMLElement {\n  draw() { net.forward(new Float32Array(9)); }\n}",
    "KS521 4 new Float32Array(9)",
  ],
];

const kept: readonly (readonly [name: string, app: string, ...told: string[]])[] = [
  [
    "one that is read after the next",
    "export const f = (x, y) => { const a = net.forward(x); const b = net.forward(y); return a[0] + b[0]; };",
    "KS524 3 a",
  ],
  [
    "one from before a step of training",
    "const before = net.forward(x);\nnet.trainStep(x, y);\nconst after = net.forward(x);\ncompare(before, after);",
    "KS524 6 before",
  ],
  [
    "one of each turn in a list",
    "const all: Float32Array[] = [];\nfor (const x of xs) all.push(net.forward(x));\nshow(all);",
    "KS524 4 net.forward(x)",
  ],
  [
    "one of each turn, by a name and an index",
    "export function f(xs) {\n  const all = new Array(xs.length);\n  for (let i = 0; i < xs.length; i++) {\n    const y = net.forward(xs[i]);\n    all[i] = { y };\n  }\n  return all;\n}",
    "KS524 7 y",
  ],
  [
    "one of each, by forEach",
    "const all = [];\nxs.forEach((x) => { all.push(net.forward(x)); });\nshow(all);",
    "KS524 4 net.forward(x)",
  ],
  [
    "one of each, by map",
    "export const f = (xs: readonly Float32Array[]) => xs.map((x) => net.forward(x));",
    "KS524 3 net.forward(x)",
  ],
  [
    "one of each in turn, by Promise.all",
    "export const f = (xs: File[]) => Promise.all(xs.map(async (x) => net.forward(await read(x))));",
    "KS524 3 net.forward(await read(x))",
  ],
  [
    "one of each turn, by a helper",
    "const ask = (x) => net.forward(x);\nconst all = [];\nfor (const x of xs) all.push(ask(x));\nshow(all);",
    "KS524 5 ask(x)",
  ],
  [
    "the one of the turn before",
    "let last;\nfor (const x of xs) {\n  const now = net.forward(x);\n  if (last) compare(last, now);\n  last = now;\n}",
    "KS524 6 last",
  ],
  [
    "a part that shares its memory",
    "const a = net.forward(x).subarray(0, 5);\nconst b = net.forward(z);\nshow(a, b);",
    "KS524 5 a",
  ],
  [
    "the scores of two evaluations",
    "const before = net.evaluate(x, y);\nnet.trainStep(x, y);\nconst after = net.evaluate(x, y);\nlog(before.loss - after.loss);",
    "KS524 6 before",
  ],
];

describe("wrong data", () => {
  it.each(faulty)("is told of %s", (_, app, ...expected) => {
    expect(told(lenet + app)).toEqual(expected);
  });

  it("is told with its arithmetic", () => {
    const [found] = findings(`import { createColours } from "./generated/colours.js";
      createColours().forward(new Float32Array(8 * 8 * 4));`);
    expect(found).toMatchObject({
      severity: "error",
      message:
        "picture has 256 numbers, but colours takes a multiple of 192: [3, 8, 8] for each of 1 to 64 samples",
      notes: [
        "3·8·8 = 192",
        "256 = 1·192 + 64",
        "256 = 4·64: a canvas has red, green, blue and alpha of each pixel",
      ],
    });
  });

  it("is mended where its length is written", () => {
    const app = `${lenet}const image = new Float32Array(783);\nnet.forward(image);`;
    expect(fixed(app)).toBe(app.replace("783", "784"));
  });

  it("is told of several inputs, and of those for one sample", () => {
    const app = `import { createTwo } from "./generated/two.ts";
import { createLenet, maxBatch } from "./generated/single.ts";
const [net, one] = [createTwo(), createLenet()];
net.forward(new Float32Array(192), new Float32Array(20));
net.forward(new Float32Array(192 * 2), new Float32Array(20));
net.forward(unknown(), new Float32Array(5));
one.forward(new Float32Array(784 * (maxBatch + 1)));`;
    expect(told(app)).toEqual([
      "KS521 4 new Float32Array(20)",
      "KS521 6 new Float32Array(5)",
      "KS521 7 new Float32Array(784 * (maxBatch + 1))",
    ]);
    expect(findings(app)[0]?.message).toBe("extra facts has 2 samples, but picture has 1 sample");
  });
});

describe("channels in the other order", () => {
  const app = (text: string) => `import { createColours } from "./generated/colours.js";
import { createColours as createLast } from "./generated/last.ts";
import { createSharpen } from "./generated/sharpen.ts";
const [first, last, sharpen] = [createColours(), createLast({ wasm }), createSharpen()];
${text}`;

  it.each([
    ["a type", "(x: Tensor<readonly [number, 8, 8, 3]>) => first.forward(x);", "x"],
    [
      "a cast",
      "first.forward(read() as Tensor<readonly [number, 8, 8, 3]>);",
      "read() as Tensor<readonly [number, 8, 8, 3]>",
    ],
    [
      "another library's tensor",
      "const t = tf.tensor4d(v, [1, 8, 8, 3]);\nfirst.forward(await t.data());",
      "await t.data()",
    ],
    [
      "a session's tensor",
      'const t = new ort.Tensor("float32", v, [1, 3, 8, 8]);\nlast.forward(t.data);',
      "t.data",
    ],
    [
      "what stands beside it",
      "const image = { data: pixels(), shape: [8, 8, 3] };\nfirst.forward(image.data);",
      "image.data",
    ],
    ["another net", "first.forward(sharpen.forward(pixels()));", "sharpen.forward(pixels())"],
  ])("is told by %s", (_, text, marked) => {
    expect(told(app(text)).map((one) => one.replace(/ \d+ /, " "))).toEqual([`KS522 ${marked}`]);
  });

  it("is said with both orders", () => {
    const [found] = findings(app("const t = tf.ones([3, 8, 8]);\nlast.forward(t.dataSync());"));
    expect(found).toMatchObject({
      message:
        "picture has the shape [3, 8, 8], channels first, but colours takes [8, 8, 3], channels last",
      fix: "Turn the axes before the call, or compile the model with `--layout nchw`.",
    });
  });

  it.each([
    "last.forward(sharpen.forward(pixels()));",
    "const t = tf.tensor(v, [1, 3, 8, 8]);\nfirst.forward(t.dataSync());",
    "let t = tf.tensor(v, [1, 8, 8, 3]);\nt = turned(t);\nfirst.forward(t.dataSync());",
    "const t = tf.tensor([1, 8, 8, 3]);\nfirst.forward(t.dataSync());",
    "const t = tf.tensor(v, [192]);\nfirst.forward(t.dataSync());",
    "const t = tf.tensor(v, [1, 8, 8, 3]);\nfirst.forward(turned(t).data);",
  ])("is not told of %s", (text) => {
    expect(told(app(text))).toEqual([]);
  });

  it("is not told of one channel, which has the same order in both", () => {
    expect(told(`${lenet}const t = tf.ones([1, 28, 28, 1]);\nnet.forward(t.dataSync());`)).toEqual(
      [],
    );
  });
});

describe("a module for inference", () => {
  const app = (text: string) =>
    `import { createInfer } from "./generated/infer.js";\nconst net = createInfer();\n${text}`;

  it("is told of with the command that compiles it anew", () => {
    const [found, ...more] = findings(app("button.onclick = () => net.trainStep(x, y);"));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: "KS523",
      message: "createInfer makes nets without `trainStep`: infer was compiled for inference alone",
      fix: "Compile it with training: `kernelsmith compile models/lenet.ts --max-batch 64`.",
    });
  });

  it("has no more options than its header says", () => {
    const text = `import { createBare } from "./generated/bare.ts";\ncreateBare().trainStep(x, y);`;
    expect(findings(text)[0]).toMatchObject({
      notes: ["its options were --no-train"],
      fix: "Compile it with training: `kernelsmith compile models/lenet.ts`.",
    });
  });

  it.each([
    "net.trainStep?.(x, y);",
    "if (net.trainStep) net.trainStep(x, y);",
    'if ("trainStep" in net) net.trainStep(x, y);',
    "net.load(bytes); show(net.parameters, net.forward(x));",
    "if (trainable(net)) net.trainStep(x, y);",
    "export const f = () => { if (!trainable(net)) return; net.trainStep(x, y); };",
    "export const f = () => trainable(net) && net.trainStep(x, y);",
    "try { net.trainStep(x, y); } catch { show('no training'); }",
  ])("may be asked: %s", (text) => {
    expect(told(app(text))).toEqual([]);
  });
});

describe("a kept result", () => {
  it.each(kept)("is told of %s", (_, app, ...expected) => {
    expect(told(lenet + app)).toEqual(expected);
  });

  it.each(kept)("has a way out of %s", (_, app) => {
    const text = fixed(lenet + app);
    expect(text).toMatch(/\.slice\(\)|\{ \.\.\.net\.evaluate\(x, y\) \}/);
    expect(findings(text ?? "")).toEqual([]);
  });
});
