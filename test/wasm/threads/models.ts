import { block } from "../../../codegen/memory/block.ts";
import { settle } from "../../../codegen/options.ts";
import { inferenceOf, trainingOf, updateOf } from "../../../codegen/runs.ts";
import { Stages } from "../../../codegen/stages.ts";
import type { Model } from "../../../src/graph/model.ts";
import { adam, add, batchNorm, conv2d, crossEntropy, defineModel } from "../../../src/index.ts";
import { flatten, linear, maxPool2d, relu } from "../../../src/index.ts";

/** Channels that fill no vectors, rows that fill no tiles, a batch norm, a large layer. */
export const uneven = defineModel({
  inputs: { image: [3, 15, 13] },
  outputs({ image }) {
    const a = relu(batchNorm(conv2d(image, { filters: 18, kernel: 3, padding: 1 })));
    const b = maxPool2d(conv2d(a, { filters: 21, kernel: 3, stride: 2 }), { kernel: 2 });
    const c = relu(conv2d(a, { filters: 18, kernel: 3, padding: 1, groups: 18 }));
    const d = maxPool2d(conv2d(c, { filters: 21, kernel: 3, stride: 2 }), { kernel: 2 });
    const left = linear(relu(linear(flatten(b), { units: 131 })), { units: 7 });
    return { logits: add(left, linear(flatten(d), { units: 7 })) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: adam() },
});

/** Of a Winograd convolution. */
export const wide = defineModel({
  inputs: { image: [16, 20, 18] },
  outputs: ({ image }) => ({
    y: flatten(
      conv2d(relu(conv2d(image, { filters: 20, kernel: 3, padding: 1 })), {
        filters: 16,
        kernel: 3,
      }),
    ),
  }),
  train: { loss: crossEntropy(), optimizer: adam() },
});

/** A model's runs, compiled for threads. */
export function runsOf(model: Model, maxBatch: number) {
  const options = settle({ target: "wasm", threads: true, maxBatch });
  const built = model.build(maxBatch, model.train.loss);
  const graph = built.training?.graph ?? built.graph;
  const layout = block(graph, true, [], model.train.optimizer?.slots.length ?? 0);
  const stages = new Stages();
  const { run: inference } = inferenceOf(built, options, layout, stages);
  const { run: training } = trainingOf(built, options, layout, stages);
  const update = updateOf(model.train.optimizer ?? adam(), options, layout, layout.end, stages);
  return { inference, training, update };
}
