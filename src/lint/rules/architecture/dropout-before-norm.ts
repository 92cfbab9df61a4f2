import { defineRule } from "../rule.ts";
import { above, either, isActivation, isDropout, isMove, isPool } from "./chain.ts";

export const dropoutBeforeNorm = defineRule({
  code: "KS306",
  what:
    "A dropout whose result goes into a batch norm, directly or through activations, pools and changes of shape. " +
    "Not through a convolution or a linear layer: there the sum over many inputs evens it out.",
  why:
    "While training, dropout makes the variance up to 1/(1 − p) times as large, and the batch norm keeps that in its running variance. " +
    "At inference nothing is dropped, so the norm divides by too much, and so does every layer behind it (Li et al. 2018, “variance shift”).",
  bad: `import { batchNorm, defineModel, dropout, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = dropout(linear(flatten(image), { units: 128, bias: false }), { p: 0.5 });
    return linear(relu(batchNorm(h)), { units: 10 });
  },
});
`,
  good: `import { batchNorm, defineModel, dropout, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = relu(batchNorm(linear(flatten(image), { units: 128, bias: false })));
    return linear(dropout(h, { p: 0.5 }), { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  *check(net) {
    for (const norm of net.of.calls.filter(({ layer }) => layer === "batchNorm")) {
      const dropout = above(net, norm.fed[0]?.raw, either(isMove, isActivation, isPool));
      const p = dropout?.nodes.at(-1)?.attrs["p"];
      if (!dropout || !isDropout(dropout) || typeof p !== "number" || p === 0 || p === 1) continue;
      const factor = Number((1 / (1 - p)).toPrecision(3));
      yield {
        at: dropout,
        message: `${norm.name} behind ${dropout.name} learns a variance that inference does not have`,
        notes: [
          `With p = ${p} the variance is up to 1/(1 − ${p}) = ${factor} times as large while training.`,
        ],
        fix: `Put ${dropout.name} behind ${norm.name}, best before the last layers only.`,
      };
    }
  },
});
