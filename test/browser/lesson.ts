import type { Net } from "../support/net.ts";
import { flatten } from "../support/tree.ts";

/** Float32s as their bytes in hexadecimal, by what they are. */
export type Found = { readonly [name: string]: string };

/** What a lesson came to, or why there was none. */
export type Outcome =
  | { readonly found: Found }
  | { readonly refused: { readonly code: unknown; readonly message: string } };

type Pupil = Net & {
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
};
type Create = (options: { readonly seed: number; readonly wasm: unknown }) => Pupil;

/** Gives the module's net its lesson; `wasm` is for a module whose kernels stand in a file. */
export function attempt(module: object, wasm?: unknown): Outcome {
  const [, create] = Object.entries(module).find(([name]) => name.startsWith("create")) ?? [];
  try {
    return { found: lesson((create as Create)({ seed: 7, wasm })) }; // every module has one
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }; // what JavaScript throws, and ours
    return { refused: { code, message } };
  }
}

/** What was found; an error where there was no lesson. */
export function found(outcome: Outcome | undefined): Found {
  if (outcome && "found" in outcome) return outcome.found;
  throw new Error(`no lesson: ${JSON.stringify(outcome)}`);
}

/** Inference, gradients, twenty steps of training with batches of all sizes, inference again. */
function lesson(net: Pupil): Found {
  const sizes = [net.maxBatch, 1, 3, net.maxBatch - 1];
  const [length = 0, classes = 0] = [net.inputShape, net.outputShape].map(product);
  const next = numbers();
  const images = (count: number) => Float32Array.from({ length: count * length }, next);
  const labels = (count: number) => Uint8Array.from({ length: count }, () => classes * next());
  const kept: { [name: string]: string } = {};
  const keep = (name: string, values: Iterable<number>): void => {
    kept[name] = hex(Float32Array.from(values));
  };
  const keepAll = (name: string, tree: Parameters<typeof flatten>[0]): void => {
    for (const [inner, values] of flatten(tree)) keep(`${name}.${inner}`, values);
  };
  const outputs = (count: number) => net.forward(images(count)) as Float32Array; // one output

  keep("first outputs", outputs(1));
  const { loss, ...gradients } = net.gradients(images(5), labels(5));
  keep("loss", [loss]);
  keepAll("gradients", gradients);
  const losses = Array.from({ length: 20 }, (_, step) => {
    const count = sizes[step % sizes.length] ?? 1;
    return net.trainStep(images(count), labels(count), 0.01);
  });
  keep("losses", losses);
  keepAll("parameters", net.parameters);
  keep("last outputs", outputs(net.maxBatch));
  keep("last loss", [net.evaluate(images(2), labels(2)).loss]);
  return kept;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

const hex = ({ buffer }: Float32Array): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Numbers in [0, 1), of integers alone: the generator of Numerical Recipes, its upper 24 bits. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
