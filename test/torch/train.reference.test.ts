import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { readIdx } from "../../examples/shared/idx.ts";
import {
  conv2d,
  crossEntropy,
  defineModel,
  flatten,
  linear,
  maxPool2d,
  relu,
} from "../../src/index.ts";
import { netOf } from "../support/net.ts";
import { type Hyper, optimizerOf } from "./trained.ts";

/** LeNet on MNIST in file order: the first losses are PyTorch's in float64. */
const corpus = process.env["KERNELSMITH_CORPUS"];

interface Run {
  readonly optimizer: string;
  readonly hyper: Hyper;
  readonly batch: number;
  readonly init: readonly (
    | { readonly name: string; readonly shape: readonly number[]; readonly lo: number }
    | { readonly name: string; readonly shape: readonly number[]; readonly constant: number }
  )[];
  readonly losses_float64: readonly number[];
}

/** Steps before float32 runs part from float64 ones: PyTorch's own is 1e-6 off by then, 6e-3 by step 200. */
const steps = 100;

if (corpus === undefined)
  it.skip("LeNet trains as in PyTorch (set KERNELSMITH_CORPUS to the corpus)", () => {});
else {
  const text = readFileSync(join(corpus, "datasets/reference_training.json"), "utf8");
  const { runs } = JSON.parse(text) as { readonly runs: readonly Run[] }; // as the corpus's README has it
  const mnist = (file: string) => readIdx(join(corpus, "datasets/mnist", file)).data;

  describe("LeNet trains as in PyTorch:", () => {
    for (const run of runs)
      it(run.optimizer, async () => {
        const { fill } = (await import(
          /* @vite-ignore */ pathToFileURL(join(corpus, "tools/hashw.mjs")).href
        )) as { readonly fill: (of: object) => Float32Array }; // the corpus's formula for weights
        const net = await netOf(lenet(run), { maxBatch: run.batch });
        net.load(
          Object.fromEntries(
            run.init.map((of) => [
              of.name,
              "constant" in of
                ? new Float32Array(of.shape.reduce((a, b) => a * b, 1)).fill(of.constant)
                : fill(of),
            ]),
          ),
        );
        const images = mnist("train-images-idx3-ubyte.gz");
        const labels = mnist("train-labels-idx1-ubyte.gz");
        for (let step = 0; step < steps; step++) {
          const [from, to] = [step * run.batch, (step + 1) * run.batch];
          const image = Float32Array.from(images.subarray(from * 784, to * 784), (p) => p / 255);
          const loss = net.trainStep(image, labels.subarray(from, to));
          const want = run.losses_float64[step] ?? NaN;
          expect(Math.abs(loss - want), `loss ${step + 1}`).toBeLessThan(1e-4);
        }
      });
  });
}

const lenet = ({ optimizer, hyper }: Run) =>
  defineModel({
    name: "lenet",
    inputs: { image: [1, 28, 28] },
    outputs({ image }) {
      const c1 = relu(conv2d(image, { filters: 6, kernel: 5, padding: 2, name: "c1" }));
      const c2 = relu(conv2d(maxPool2d(c1, { kernel: 2 }), { filters: 16, kernel: 5, name: "c2" }));
      const f1 = relu(linear(flatten(maxPool2d(c2, { kernel: 2 })), { units: 120, name: "f1" }));
      return linear(relu(linear(f1, { units: 84, name: "f2" })), { units: 10, name: "f3" });
    },
    train: { loss: crossEntropy(), optimizer: optimizerOf(optimizer, hyper) },
  });
