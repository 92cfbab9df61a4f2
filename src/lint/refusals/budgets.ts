import type { Code } from "../../diagnostics.ts";
import type { Refusal } from "./refusal.ts";

const model = `import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  name: "digits",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const a = maxPool2d(relu(conv2d(image, { filters: 8, kernel: 5, padding: 2 })), { kernel: 2 });
    return linear(flatten(a), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`;

const budget = (
  code: Code,
  of: string,
  [bad, good]: readonly [string, string],
  what: string,
  why: string,
): Refusal => {
  const config = (limit: string) => `import { defineConfig } from "kernelsmith";

export default defineConfig({
  models: ["model.ts"],
  budgets: { digits: { ${of}: ${limit} } },
});
`;
  return {
    code,
    what: `${what} The three layers that cost most are named.`,
    why,
    by: "file",
    file: "kernelsmith.config.ts",
    command: "npx kernelsmith check",
    files: { "model.ts": model },
    bad: config(bad),
    good: config(good),
  };
};

/** KS40x: what a model may cost. */
export const budgetRefusals: readonly Refusal[] = [
  budget(
    "KS401",
    "parameters",
    ["10_000", "20_000"],
    "A model with more parameters than its budget has.",
    "They are what is downloaded, four bytes each, and what must be learned from the data there are.",
  ),
  budget(
    "KS402",
    "multiplyAdds",
    ["100_000", "200_000"],
    "A model that takes more multiply-adds for one sample than its budget has.",
    "They are what a prediction takes time for, and a battery: some billions a second in WebAssembly, a tenth of that in plain JavaScript.",
  ),
  budget(
    "KS403",
    "inferenceBytes",
    ["100_000", "5_000_000"],
    "A module for inference whose arena, for `compile.maxBatch` samples, is larger than its budget.",
    "The arena is allocated once, when the net is made. A tab on a phone has some hundred megabytes for everything.",
  ),
  budget(
    "KS404",
    "trainingBytes",
    ["500_000", "20_000_000"],
    "A module for training whose arena, for `compile.maxBatch` samples, is larger than its budget.",
    "Training keeps what the backward pass reads, the gradients and the optimizer's averages: it is what limits the batch.",
  ),
  budget(
    "KS405",
    "moduleBytes",
    ["10_000", "100_000"],
    "A module that is larger than its budget, as text, without weights beside it.",
    "It is what an app's bundle grows by. Without training it is a third to a half of that: `compile: { train: false }`.",
  ),
];
