import { compile } from "../codegen/compile.ts";
import { crossEntropy, defineModel, flatten, linear } from "../src/index.ts";
import type { Files } from "../src/lint/refusals/index.ts";

const digits = defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image), { units: 10 }),
  train: { loss: crossEntropy() },
});

const pictures = defineModel({
  inputs: { picture: [3, 8, 8] },
  outputs: ({ picture }) => linear(flatten(picture), { units: 4 }),
});

/** The modules that the examples of calls import, as the compiler writes them. */
export async function modules(): Promise<Files> {
  const made = await Promise.all([
    compile(digits, { name: "lenet", maxBatch: 64 }),
    compile(digits, { name: "infer", train: false }),
    compile(pictures, { name: "colours" }),
  ]);
  const files = made.flatMap(({ files }) => files);
  return Object.fromEntries(files.map(({ name, text }) => [`generated/${name}`, `${text}`]));
}
