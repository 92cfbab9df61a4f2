import { describe, expect, it } from "vitest";
import { compile } from "../../codegen/compile.ts";
import { KernelsmithError } from "../../src/diagnostics.ts";
import { GraphBuilder } from "../../src/graph/graph.ts";
import * as k from "../../src/index.ts";
import type { Tensor } from "../../src/graph/tensor.ts";

/** What the compiler is asked for and cannot do: a code, the words, and a line of the user's where there is one. */
type Refused = readonly [what: string, code: string, message: RegExp, act: () => unknown];

/** The line this is called from. */
let line = 0;
const here = () => (line = Number(/compile\.test\.ts:(\d+)/.exec(stackOf(2))?.[1]));
const stackOf = (frame: number) => new Error().stack?.split("\n")[frame + 1] ?? "";

const net = (more: object = {}) =>
  k.defineModel({
    name: "net",
    inputs: { x: [4] },
    outputs: ({ x }) => k.linear(k.relu(k.linear(x, { units: 3 })), { units: 2 }),
    train: { loss: k.crossEntropy() },
    ...more,
  });
/** As JavaScript sees it: anything may be passed. */
const any = compile as (model?: unknown, options?: unknown) => Promise<unknown>;
const mse = { loss: k.mse() };

async function expectRefused([, code, message, act]: Refused): Promise<number | undefined> {
  line = 0;
  const error: unknown = await Promise.resolve()
    .then(act)
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  expect(error).toBeInstanceOf(KernelsmithError);
  const { diagnostic } = error as KernelsmithError; // as just checked
  expect([diagnostic.code, diagnostic.message]).toEqual([code, expect.stringMatching(message)]);
  if (diagnostic.at) expect(diagnostic.at.file).toMatch(/compile\.test\.ts$/);
  return diagnostic.at?.line;
}

describe("options that no module can be compiled with:", () => {
  const cases: readonly Refused[] = [
    ...[0, -1, 1.5, NaN, Infinity, "8", null].map((maxBatch): Refused => [
      `maxBatch ${String(maxBatch)}`,
      "KS505",
      /^maxBatch must be a positive integer, but is/,
      () => any(net(), { maxBatch }),
    ]),
    ["memory of 6 GiB", "KS208", /6 GiB/, () => any(net(), { maxBatch: 1e8 })],
    [
      "memory of 6 GiB, target wasm",
      "KS209",
      /5,\d{3} MiB/,
      () => any(net(), { maxBatch: 1e8, target: "wasm" }),
    ],
    ["a layout", "KS505", /layout must be "nchw" or "nhwc"/, () => any(net(), { layout: "hwc" })],
    ["a format", "KS505", /format must be "ts" or "js"/, () => any(net(), { format: "mjs" })],
    [
      "a target",
      "KS505",
      /^target must be "ts" or "wasm", but is "wgsl"$/,
      () => any(net(), { target: "wgsl" }),
    ],
    [
      "a place for wasm that there is not",
      "KS505",
      /^wasm must be "inline", "file" or "module", but is "url"$/,
      () => any(net(), { target: "wasm", wasm: "url" }),
    ],
    ...["inline", "file", "module"].map((wasm): Refused => [
      `wasm ${wasm} without wasm`,
      "KS505",
      /^wasm \(--wasm \w+\) has no effect on the target ts$/,
      () => any(net(), { wasm }),
    ]),
    [
      "threads without wasm",
      "KS505",
      /^threads \(--threads\) has no effect on the target ts$/,
      () => any(net(), { threads: true }),
    ],
    [
      "so many threads",
      "KS505",
      /^threads must be true or false, but is 4$/,
      () => any(net(), { target: "wasm", threads: 4 }),
    ],
    [
      "a precision",
      "KS505",
      /^precision must be "fast" or "strict", but is "null"$/,
      () => any(net(), { precision: null }),
    ],
    ...["", "a/b", "..\\b"].map((fileName): Refused => [
      `files named ${fileName}`,
      "KS505",
      /^fileName must be a name without folders/,
      () => any(net(), { fileName }),
    ]),
    ["no layer", "KS109", /no layer conv1/, () => any(net(), { freeze: ["conv1"] })],
    ["half a name", "KS109", /no layer linear$/, () => any(net(), { freeze: ["linear"] })],
    ["a relu", "KS109", /relu1 has no parameters/, () => any(net(), { freeze: ["relu1"] })],
    ["all", "KS107", /no parameter to train/, () => any(net(), { freeze: ["linear1", "linear2"] })],
    ["a word", "KS505", /must be a list of names/, () => any(net(), { freeze: "linear1" })],
    ["no input", "KS109", /no input y/, () => any(net(), { inputGradients: ["y"] })],
    [
      "gradients without training",
      "KS505",
      /^inputGradients \(--grad\) has no effect/,
      () => any(net(), { train: false, inputGradients: ["x"] }),
    ],
    [
      "how to train without training",
      "KS505",
      /^freeze and optimizer have no effect/,
      () => any(net(), { train: false, freeze: ["linear1"], optimizer: k.sgd() }),
    ],
    ["no loss", "KS108", /no loss/, () => any(net({ train: undefined }), { train: true })],
    ["no model", "KS108", /what defineModel gives, not undefined/, () => any()],
    ["some object", "KS108", /what defineModel gives, not an object/, () => any({ build: 1 })],
  ];
  for (const row of cases) it(row[0], () => expectRefused(row));
});

describe("models that cannot be trained, told with the line of the layer:", () => {
  const cases: readonly Refused[] = [
    [
      "a layer that leads nowhere",
      "KS107",
      /the loss does not depend on linear1.weight/,
      () => {
        const outputs = ({ x }: { x: Tensor<[4]> }) => {
          void [here(), k.linear(x, { units: 3 })];
          return k.linear(x, { units: 2 });
        };
        return any(net({ outputs, train: mse }));
      },
    ],
    [
      "a loss of what is not trained",
      "KS107",
      /nothing that is differentiated depends on linear1.weight/,
      () => {
        const outputs = ({ x }: { x: Tensor<[4]> }) => ({
          a: [here(), k.linear(x, { units: 3 })][1],
          b: k.relu(x),
        });
        return any(net({ outputs, train: { loss: k.mse({ of: "b" }) } }));
      },
    ],
  ];
  for (const row of cases)
    it(row[0], async () => {
      const told = await expectRefused(row);
      expect(told).toBe(line);
    });

  it("an input that the loss does not depend on has no gradient", () =>
    expectRefused([
      "",
      "KS107",
      /the loss does not depend on y/,
      () => any(net({ inputs: { x: [4], y: [2] } }), { inputGradients: ["y"] }),
    ]));
});

describe("graphs put together by hand:", () => {
  const g = new GraphBuilder();
  const x = g.variable("x", [2, 3, 4, 5], "input");
  const w = (shape: readonly number[]) => g.variable(`w${g.variables.length}`, shape, "parameter");
  const cases: readonly Refused[] = [
    ...[[0], [-2], [NaN], [1.5], [Infinity], [2 ** 60]].map((shape): Refused => [
      `a tensor of the shape [${shape}]`,
      "KS205",
      /is no positive integer/,
      () => g.variable("v", [2, ...shape], "input"),
    ]),
    [
      "a tensor of no graph",
      "KS103",
      /x is a tensor of another model/,
      () => g.add("relu", { x: { name: "x", shape: [2] } }),
    ],
    [
      "a tensor of another graph",
      "KS103",
      /b is a tensor of another model/,
      () => g.add("add", { a: x, b: new GraphBuilder().variable("y", [3], "input") }),
    ],
    ["a name twice", "KS104", /two things are called x/, () => g.variable("x", [1], "input")],
    ["a node twice", "KS104", /called x$/, () => g.add("relu", { x }, {}, { name: "x" })],
    [
      "a kernel larger than the padded input",
      "KS203",
      /the window of 7 is larger than the padded height 4 \+ 1 \+ 1 = 6/,
      () => g.add("conv2d", { x, w: w([1, 3, 7, 3]) }, { padding: [1, 1, 1, 1] }),
    ],
    [
      "a stride of 0",
      "KS102",
      /stride must be two integers of at least 1, but is \[0, 1\]/,
      () => g.add("conv2d", { x, w: w([1, 3, 1, 1]) }, { stride: [0, 1] }),
    ],
    [
      "groups that do not divide",
      "KS204",
      /groups = 2/,
      () => g.add("conv2d", { x, w: w([2, 1, 1, 1]) }, { groups: 2 }),
    ],
    [
      "an axis that there is not",
      "KS206",
      /axis 5 is none of the 4 axes/,
      () => g.add("flatten", { x }, { axis: 5 }),
    ],
    [
      "a division by 0",
      "KS102",
      /alpha must be a number other than 0, but is 0/,
      () => g.add("celu", { x }, { alpha: 0 }),
    ],
    [
      "an object for numbers",
      "KS102",
      /padding must be four integers .* but is an object/,
      () => g.add("maxPool2d", { x }, { kernel: [1, 1], padding: {} as never }), // as JavaScript may pass
    ],
    [
      "too many elements",
      "KS208",
      /more than 2³¹ elements/,
      () => g.add("tile", { x }, { repeats: [1e4, 1e4, 1, 1] }),
    ],
  ];
  for (const row of cases)
    it(row[0], async () => {
      await expectRefused(row);
    });
});
