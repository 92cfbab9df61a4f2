import type { Guard, Refusal } from "./refusal.ts";

/** KS1xx: the model as it is written. */
export const modelRefusals: readonly Refusal[] = [
  {
    code: "KS101",
    by: "linter",
    what: "An option that the layer, the loss, the optimizer or `defineModel` does not have. The nearest option there is becomes the fix.",
    why: "A misspelt option that is passed over leaves the default in its place: the model builds, trains, and is another one than was meant.",
    bad: `import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => conv2d(image, { filters: 8, kernel: 3, pading: 1 }),
});
`,
    good: `import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => conv2d(image, { filters: 8, kernel: 3, padding: 1 }),
});
`,
  },
  {
    code: "KS102",
    by: "linter",
    what: "An option with a value that it cannot have, or without the value that it must have: a stride of 0, a kernel of 1.5, a dropout of 1, options that are no object.",
    why: "No formula has a meaning there. The message says what the option takes.",
    bad: `import { defineModel, maxPool2d } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => maxPool2d(image, { kernel: 2, stride: 0 }),
});
`,
    good: `import { defineModel, maxPool2d } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => maxPool2d(image, { kernel: 2, stride: 2 }),
});
`,
  },
  {
    code: "KS103",
    by: "linter",
    what: "A layer that is fed something else than a tensor of the model that is being built: a number, an array, a shape, or a tensor that another call of `outputs` has left behind.",
    why: "A tensor belongs to one graph. The shape of an input, say, is no input.",
    bad: `import { defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image).shape, { units: 10 }),
});
`,
    good: `import { defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image), { units: 10 }),
});
`,
  },
  {
    code: "KS104",
    by: "linter",
    what: "Two layers, parameters or inputs of one name, or an output called `loss`. Layers without a name are numbered and never meet.",
    why: "Names are how weights are saved and loaded, frozen and explained: `net.parameters.stem.weight` is one tensor.",
    bad: `import { conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 8, kernel: 3, name: "stem" }));
    return conv2d(a, { filters: 8, kernel: 3, name: "stem" });
  },
});
`,
    good: `import { conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 8, kernel: 3, name: "stem" }));
    return conv2d(a, { filters: 8, kernel: 3, name: "body" });
  },
});
`,
  },
  {
    code: "KS105",
    by: "linter",
    what: "A layer without an operand that it needs, such as a `concat` of no tensors.",
    why: "There is nothing that it could give the shape of.",
    bad: `import { concat, conv2d, defineModel } from "kernelsmith";

const sizes: number[] = [];

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) =>
    concat(sizes.map((kernel) => conv2d(image, { filters: 8, kernel, padding: "same" }))),
});
`,
    good: `import { concat, conv2d, defineModel } from "kernelsmith";

const sizes = [1, 3, 5];

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) =>
    concat(sizes.map((kernel) => conv2d(image, { filters: 8, kernel, padding: "same" }))),
});
`,
  },
  {
    code: "KS107",
    by: "file",
    file: "model.ts",
    command: "npx kernelsmith compile model.ts",
    files: {},
    what: "A training module whose loss does not depend on a parameter that is to be trained, or that has none to train. The compiler tells it, since it depends on what is frozen; the linter tells the like as KS315 and KS311.",
    why: "The gradient would be 0 everywhere: the parameter would stay what it was drawn as, for all the time that its training takes.",
    bad: `import { defineModel, linear, mse, relu } from "kernelsmith";

export default defineModel({
  inputs: { x: [4] },
  outputs({ x }) {
    const hidden = relu(linear(x, { units: 8 }));
    return { y: linear(hidden, { units: 1 }), doubt: linear(hidden, { units: 1 }) };
  },
  train: { loss: mse({ of: "y" }) },
});
`,
    good: `import { defineModel, linear, mse, relu } from "kernelsmith";

export default defineModel({
  inputs: { x: [4] },
  outputs({ x }) {
    const hidden = relu(linear(x, { units: 8 }));
    return { y: linear(hidden, { units: 1 }) };
  },
  train: { loss: mse({ of: "y" }) },
});
`,
  },
  {
    code: "KS108",
    by: "linter",
    what: "A definition that is no model: without inputs, with `outputs` that gives no tensors, with a loss that is not said which of several outputs it judges.",
    why: "There is nothing to compile, or more than one way to understand it.",
    bad: `import { crossEntropy, defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const x = flatten(image);
    return { digit: linear(x, { units: 10 }), writer: linear(x, { units: 32 }) };
  },
  train: { loss: crossEntropy() },
});
`,
    good: `import { crossEntropy, defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const x = flatten(image);
    return { digit: linear(x, { units: 10 }) };
  },
  train: { loss: crossEntropy({ of: "digit" }) },
});
`,
  },
  {
    code: "KS109",
    by: "command",
    what: "A layer, a parameter or an input that is asked for by a name the model does not have: of `explain`, of `--freeze`, of `--grad`. The message has the names there are.",
    why: "To freeze nothing without a word would be to train what was to be kept.",
    files: {
      "model.ts": `import { conv2d, defineModel, relu } from "kernelsmith";

export default defineModel({
  name: "edges",
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => relu(conv2d(image, { filters: 8, kernel: 3 })),
});
`,
    },
    bad: "npx kernelsmith explain model.ts conv2",
    good: "npx kernelsmith explain model.ts conv1",
  },
  {
    code: "KS110",
    by: "linter",
    what: "A function that is imported from kernelsmith and called, and that there is not. The nearest there is becomes the fix.",
    why: "The file fails as it is loaded, before any of it runs.",
    bad: `import { conv2D, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => conv2D(image, { filters: 8, kernel: 3 }),
});
`,
    good: `import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => conv2d(image, { filters: 8, kernel: 3 }),
});
`,
  },
];

export const modelGuards: readonly Guard[] = [
  {
    code: "KS106",
    what: "An op that moves the batch axis, or reads one sample to compute another, in a module whose batch is a run-time count.",
    why: "Layers count axes without the batch, so that no call of theirs leads here; a graph that is built op by op can.",
  },
];
