import { namedBy } from "../../../graph/named.ts";
import { defineRule } from "../rule.ts";

export const idleFreeze = defineRule({
  code: "KS311",
  what:
    "A name in `compile.freeze` that stands for no layer, block or parameter of the model, " +
    "and a `compile.freeze` that leaves nothing to train in a model that is compiled for training.",
  why: "The first is a slip of the pen, and what it meant is trained after all; the compiler refuses both (KS109, KS107).",
  bad: `import { crossEntropy, defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image), { units: 10, name: "head" }),
  train: { loss: crossEntropy() },
});
`,
  good: `import { crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const features = relu(linear(flatten(image), { units: 64, name: "features" }));
    return linear(features, { units: 10, name: "head" });
  },
  train: { loss: crossEntropy() },
});
`,
  compile: { freeze: ["head"] },
  options: {},
  recommended: "warning",
  strict: "error",
  whole: true,
  *check(net) {
    const { freeze = [], train } = net.compile;
    const kept = net.variables.filter(({ role }) => role === "parameter" || role === "state");
    const idle = freeze.filter((name) => namedBy([name], kept).length === 0);
    if (idle.length > 0)
      yield {
        at: net.of,
        message: `${idle.join(", ")} in compile.freeze ${idle.length === 1 ? "stands" : "stand"} for no parameters of the model`,
        fix: `Layers with parameters are ${layersOf(kept.map(({ tensor }) => tensor.name))}.`,
      };
    const parameters = kept.filter(({ role }) => role === "parameter");
    const trained = parameters.length - namedBy(freeze, parameters).length;
    if (trained > 0 || freeze.length === 0 || train === false || !net.of.built?.training) return;
    yield {
      at: net.of,
      message: `all ${parameters.length} parameters are frozen: nothing is left to train`,
      fix: "Freeze fewer layers, or compile for inference alone (train: false).",
    };
  },
});

const layersOf = (names: readonly string[]): string =>
  [...new Set(names.map((name) => name.replace(/\.[^.]*$/, "")))].join(", ");
