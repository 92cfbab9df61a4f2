import type { CallSiteRule } from "./rule.ts";

const length: CallSiteRule = {
  code: "KS521",
  what: "Reported where a call of a generated module is given data whose length is known and is no multiple of a sample's, or arguments that are for different numbers of samples. A length is known where it follows from the source: `new Float32Array(783)`, a list, a part of either.",
  why: "The call throws: a module checks every length before it computes. The linter says it while the line is written, with the sizes it comes from.",
  bad: `import { createColours } from "./generated/colours.js";

const net = createColours(); // takes [3, 8, 8]
const picture = new Float32Array(4 * 8 * 8); // as a canvas has it: red, green, blue, alpha

export const scores = () => net.forward(picture).slice();
`,
  good: `import { createColours } from "./generated/colours.js";

const net = createColours(); // takes [3, 8, 8]
const picture = new Float32Array(3 * 8 * 8); // without alpha

export const scores = () => net.forward(picture).slice();
`,
  recommended: "error",
  strict: "error",
};

const layout: CallSiteRule = {
  code: "KS522",
  what: "Reported where the source says that data has the axes of the model's input in the other order: by its type, `Tensor<readonly [number, 32, 32, 3]>`, by a `shape` or `dims` beside the data, by how another library made it, `tf.tensor(values, [1, 32, 32, 3])`, or because another generated module gives it. With one channel both orders are the same, and nothing is reported.",
  why: "Both orders have the same length, so the module cannot tell: it reads colours as columns and gives a wrong answer without an error. Images of a canvas, of TensorFlow.js and of most files have channels last; PyTorch and modules compiled without `--layout` have channels first.",
  bad: `import * as tf from "@tensorflow/tfjs";
import { createColours } from "./generated/colours.js";

const net = createColours();

export function classify(pixels: Float32Array): number {
  const picture = tf.tensor(pixels, [1, 8, 8, 3]);
  const scores = net.forward(picture.dataSync());
  return scores.indexOf(Math.max(...scores));
}
`,
  good: `import * as tf from "@tensorflow/tfjs";
import { createColours } from "./generated/colours.js";

const net = createColours();

export function classify(pixels: Float32Array): number {
  const picture = tf.tensor(pixels, [1, 8, 8, 3]);
  const turned = tf.transpose(picture, [0, 3, 1, 2]);
  const scores = net.forward(turned.dataSync());
  return scores.indexOf(Math.max(...scores));
}
`,
  recommended: "error",
  strict: "error",
};

const training: CallSiteRule = {
  code: "KS523",
  what: "Reported where `trainStep`, `gradients`, `evaluate`, `save` or `reset` is called on a net of a module that was compiled without training. A call that asks first, `net.trainStep?.(…)`, is not.",
  why: "A module for inference has no such function, and the call throws. TypeScript says that a property is missing; the linter says which command puts it there.",
  bad: `import { createInfer } from "./generated/infer.js";

const net = createInfer();

export function learn(image: Float32Array, digit: number): number {
  return net.trainStep(image, [digit]);
}
`,
  good: `import { createLenet } from "./generated/lenet.js";

const net = createLenet(); // compiled with training

export function learn(image: Float32Array, digit: number): number {
  return net.trainStep(image, [digit]);
}
`,
  recommended: "error",
  strict: "error",
};

const view: CallSiteRule = {
  code: "KS524",
  what: "Reported where what `forward` gave is read after a later call of the same net, and where such results are gathered in a list, turn after turn or by `map`. The same for what `evaluate` gave, after the next `evaluate`. A second call on the same data, and one whose result nobody takes, are not held against the first.",
  why: "Running a net allocates nothing: a result is a view of the net's own memory, good until the next call. Read later, it holds what that call left there, and a list of results is the last one many times.",
  bad: `import { createLenet } from "./generated/lenet.js";

const net = createLenet();

export function distance(a: Float32Array, b: Float32Array): number {
  const first = net.forward(a);
  const second = net.forward(b);
  return first.reduce((sum, score, i) => sum + (score - (second[i] ?? 0)) ** 2, 0);
}
`,
  good: `import { createLenet } from "./generated/lenet.js";

const net = createLenet();

export function distance(a: Float32Array, b: Float32Array): number {
  const first = net.forward(a).slice();
  const second = net.forward(b);
  return first.reduce((sum, score, i) => sum + (score - (second[i] ?? 0)) ** 2, 0);
}
`,
  recommended: "warning",
  strict: "error",
};

const samples: CallSiteRule = {
  code: "KS525",
  what: "Reported where a call is given more samples than the module was compiled for (`maxBatch`), as far as their number is known.",
  why: "The module's memory is laid out for `maxBatch` samples, and a call with more throws. Compile it with a larger `--max-batch`, which takes more memory, or give the samples in parts.",
  bad: `import { createLenet } from "./generated/lenet.js";

const net = createLenet(); // compiled with --max-batch 64
const images = new Float32Array(100 * 784);

export const scores = () => net.forward(images).slice();
`,
  good: `import { createLenet, maxBatch } from "./generated/lenet.js";

const net = createLenet();
const images = new Float32Array(100 * 784);

export function* scores() {
  for (let from = 0; from < 100; from += maxBatch)
    yield net.forward(images.subarray(from * 784, (from + maxBatch) * 784)).slice();
}
`,
  recommended: "error",
  strict: "error",
};

/** What is told of calls of generated modules. */
export const callSiteRules: readonly CallSiteRule[] = [length, layout, training, view, samples];
