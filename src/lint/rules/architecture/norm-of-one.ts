import { text } from "../../../graph/layers/layer.ts";
import type { LayerCall } from "../../followed.ts";
import { defineRule } from "../rule.ts";

export const normOfOne = defineRule({
  code: "KS313",
  what: "An instance norm, a layer norm or a group norm whose mean and variance are of a single number each.",
  why: "The mean of one number is that number: what is left is 0, scaled to 0, and the result is the bias whatever the input. No gradient passes.",
  bad: `import { conv2d, defineModel, globalAveragePool2d, instanceNorm, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = globalAveragePool2d(relu(conv2d(image, { filters: 16, kernel: 3 })), { keepDims: true });
    return linear(globalAveragePool2d(instanceNorm(x)), { units: 10 });
  },
});
`,
  good: `import { conv2d, defineModel, globalAveragePool2d, instanceNorm, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(instanceNorm(conv2d(image, { filters: 16, kernel: 3, bias: false })));
    return linear(globalAveragePool2d(x), { units: 10 });
  },
});
`,
  options: {},
  recommended: "error",
  strict: "error",
  *check(net) {
    for (const call of net.of.calls) {
      const shape = call.fed[0]?.shape;
      if (!shape || normalised(call, shape) !== 1) continue;
      yield {
        at: call,
        message: `${call.name} normalises over a single number of ${text(shape)}: the result is its bias, whatever the input`,
        fix:
          call.layer === "groupNorm"
            ? "Take fewer groups."
            : "Leave it out here, or normalise over more: layerNorm over the channels, groupNorm with few groups.",
      };
    }
  },
});

/** Of how many numbers a norm takes one mean. */
function normalised({ layer, nodes }: LayerCall, [channels = 1, ...map]: readonly number[]) {
  const attrs = nodes.at(-1)?.attrs ?? {};
  const places = product(map);
  if (layer === "instanceNorm") return places;
  if (layer === "groupNorm") return (channels / Number(attrs["groups"])) * places;
  // the node counts the batch too
  if (layer === "layerNorm") return product([channels, ...map].slice(Number(attrs["axis"]) - 1));
  return undefined;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
