// @ts-nocheck
import { averagePool2d, batchNorm, conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

type Step = { kind: "conv"; filters: number } | { kind: "max" | "mean"; by: number } | { kind: "norm" };

const steps: Step[] = [
  { kind: "conv", filters: 16 },
  { kind: "norm" },
  { kind: "max", by: 4 },
  { kind: "conv", filters: 32 },
  { kind: "mean", by: 6 },
];

function apply(x, step: Step) {
  switch (step.kind) {
    case "conv":
      return relu(conv2d(x, { filters: step.filters, kernel: 3 }));
    case "norm":
      return batchNorm(x);
    case "max":
      return maxPool2d(x, { kernel: step.by });
    default:
      return averagePool2d(x, { kernel: step.by }); // !! KS203
  }
}

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => linear(flatten(steps.reduce(apply, image)), { units: 10 }),
});
