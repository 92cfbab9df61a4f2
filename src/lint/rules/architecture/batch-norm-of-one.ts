import { defineRule } from "../rule.ts";

export const batchNormOfOne = defineRule({
  code: "KS312",
  what:
    "A batch norm in a model that is trained with `compile.maxBatch` 1. " +
    "Reported at the first, and at each whose maps are of a single number a channel.",
  why:
    "The statistics are those of one sample: an instance norm while training, which the running averages, taken over many, are not at inference. " +
    "With a single number a channel the mean is that number and the variance 0, so the result is the bias, whatever the input.",
  bad: `import { batchNorm, conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(batchNorm(conv2d(image, { filters: 16, kernel: 3, bias: false })));
    return linear(globalAveragePool2d(x), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { conv2d, crossEntropy, defineModel, globalAveragePool2d, groupNorm, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(groupNorm(conv2d(image, { filters: 16, kernel: 3, bias: false }), { groups: 4 }));
    return linear(globalAveragePool2d(x), { units: 10 });
  },
  train: { loss: crossEntropy() },
});
`,
  compile: { maxBatch: 1 },
  options: {},
  recommended: "warning",
  strict: "error",
  *check(net) {
    const { maxBatch, train } = net.compile;
    if (maxBatch !== 1 || train === false || !net.of.built?.training) return;
    const norms = net.of.calls.filter(({ layer }) => layer === "batchNorm");
    const fix = "Compile for larger batches, or take groupNorm, which asks nothing of the batch.";
    for (const [i, call] of norms.entries()) {
      const [channels = 0, ...map] = call.fed[0]?.shape ?? [];
      if (map.every((size) => size === 1))
        yield {
          at: call,
          message: `with maxBatch 1, ${call.name} normalises each of its ${channels} channels over a single number while training: the result is its bias`,
          fix,
        };
      else if (i === 0)
        yield {
          at: call,
          message: `with maxBatch 1, ${call.name}${norms.length > 1 ? ` and ${norms.length - 1} more batch norms are` : " is"} trained on one sample at a time`,
          fix,
        };
    }
  },
});
