import { type Rule, RuleTester } from "eslint";
import { RuleTester as RuleTester9 } from "eslint-9";
import { parser } from "typescript-eslint";
import { describe, it } from "vitest";
import plugin from "../../src/eslint/index.ts";

/** A model around what is made of `image`, which is [3, 32, 32]: line 5. */
const model = (output: string, head = "", more = ""): string => `${head}
import { batchNorm, conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";
export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => ${output},
  ${more}
});
`;
const trained = model(
  "linear(flatten(batchNorm(image)), { units: 10 })",
  "",
  "train: { loss: crossEntropy() },",
);
const compile = (maxBatch: number) => ({ kernelsmith: { compile: { maxBatch } } });
const noBias = "{ filters: 8, kernel: 3, bias: false }";

const rules = new Map<string, Rule.RuleModule>(Object.entries(plugin.rules));

type Valid = string | RuleTester.ValidTestCase;
const cases: {
  readonly [rule: string]: {
    readonly valid: readonly Valid[];
    readonly invalid: readonly RuleTester.InvalidTestCase[];
  };
} = {
  "repeated-activation": {
    valid: [
      model("relu(image)"),
      "const relu = (x) => x; relu(relu(1));",
      model("relu(relu(image)) // kernelsmith-disable-line"),
    ],
    invalid: [
      {
        code: model("relu(relu(image))"),
        errors: [
          {
            message: "relu2 changes nothing: what it is fed is ≥ 0 already. Leave it out.",
            line: 5,
            column: 27,
            endLine: 5,
            endColumn: 31,
            suggestions: [{ desc: "Leave relu out", output: model("relu(image)") }],
          },
        ],
      },
      {
        name: "with the line ends of Windows",
        code: model("relu(relu(image))").replaceAll("\n", "\r\n"),
        errors: [
          {
            message: /^relu2 changes nothing/,
            line: 5,
            column: 27,
            suggestions: [
              { desc: "Leave relu out", output: model("relu(image)").replaceAll("\n", "\r\n") },
            ],
          },
        ],
      },
    ],
  },
  "bias-before-norm": {
    valid: [model(`batchNorm(conv2d(image, ${noBias}))`)],
    invalid: [
      {
        code: model("batchNorm(conv2d(image, { filters: 8, kernel: 3 }))"),
        errors: [
          {
            message: /^bn1 takes the bias of conv1 out again/,
            line: 5,
            suggestions: [
              { desc: "Set bias: false", output: model(`batchNorm(conv2d(image, ${noBias}))`) },
            ],
          },
        ],
      },
    ],
  },
  "empty-output": {
    valid: [
      model("conv2d(image, { filters: 8, kernel: 32 })"),
      model("conv2d(image, { filters: 8, kernel: size })", "const size = Number(process.argv[2]);"),
      model("linear(flatten(image), { units: 0 })"), // for another rule to tell
    ],
    invalid: [
      {
        name: "with a fix where its options are written",
        code: model("conv2d(image, ...also)", "const also = [{ filters: 8, kernel: 33 }];"),
        errors: [
          {
            message: /^kernel 33 is larger than the padded height 32 \+ 2·0 = 32 .*at most 32/,
            line: 5,
            column: 27,
            suggestions: [
              {
                desc: "Set kernel: 32",
                output: model(
                  "conv2d(image, ...also)",
                  "const also = [{ filters: 8, kernel: 32 }];",
                ),
              },
            ],
          },
        ],
      },
    ],
  },
  "batch-norm-of-one": {
    valid: [trained, { code: trained, settings: compile(8) }],
    invalid: [
      {
        code: trained,
        settings: compile(1),
        errors: [{ message: /^with maxBatch 1/, line: 5, column: 42 }],
      },
    ],
  },
  annotate: {
    valid: [
      "const relu = (x) => x; relu(relu(1));",
      model("conv2d(image, { filtres: 8 })"),
      model("relu(unheardOf(image))"),
    ],
    invalid: [
      {
        code: model("relu(flatten(image))"),
        errors: [
          { message: "[3072]", line: 5, column: 27, endLine: 5, endColumn: 47 },
          { message: "[3072]", line: 5, column: 32, endLine: 5, endColumn: 46 },
        ],
      },
      {
        name: "with every shape of a block that is called twice",
        code: model("half(half(image))", "const half = (x) => maxPool2d(x, { kernel: 2 });"),
        errors: [{ message: "[3, 16, 16] | [3, 8, 8]", line: 1, column: 21 }],
      },
    ],
  },
};

describe.each([
  { eslint: "ESLint 10", Tester: RuleTester },
  { eslint: "ESLint 9", Tester: RuleTester9 as unknown as typeof RuleTester }, // the same of another version
])("$eslint", ({ Tester }) => {
  Tester.describe = describe;
  Tester.it = it;
  Tester.itOnly = it.only;
  describe.each([
    { name: "espree", filename: "model.js", languageOptions: {} },
    { name: "typescript-eslint", filename: "model.ts", languageOptions: { parser } },
  ])("with $name", ({ filename, languageOptions }) => {
    const tester = new Tester({ languageOptions });
    for (const [name, { valid, invalid }] of Object.entries(cases)) {
      const rule = rules.get(name);
      if (!rule) throw new Error(`there is no rule ${name}`);
      tester.run(name, rule, {
        valid: valid.map((one) => ({
          filename,
          ...(typeof one === "string" ? { code: one } : one),
        })),
        invalid: invalid.map((one) => ({ filename, ...one })),
      });
    }
  });
});
