import { fixOf, setOption } from "../../edit.ts";
import type { LayerCall } from "../../followed.ts";
import { defineRule, type Report } from "../rule.ts";
import { everywhere, reader } from "./chain.ts";

export const biasBeforeNorm = defineRule({
  code: "KS305",
  what:
    "A convolution or a linear layer with a bias that is read by a batch norm alone, or by an instance norm, " +
    "or by a group norm with a group for each channel. A line of a block is reported only where it is so for every caller.",
  why:
    "The norm takes each channel's mean away, and the bias with it: it is stored, loaded and updated, its gradient is 0, and nothing depends on it. " +
    "The norm has a bias of its own (Ioffe and Szegedy 2015, section 3.2).",
  bad: `import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(batchNorm(conv2d(image, { filters: 16, kernel: 3, padding: 1 })));
    return linear(globalAveragePool2d(x), { units: 10 });
  },
});
`,
  good: `import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(batchNorm(conv2d(image, { filters: 16, kernel: 3, padding: 1, bias: false })));
    return linear(globalAveragePool2d(x), { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,
  check: (net) => {
    const found = new Map<LayerCall, Report>();
    for (const call of net.of.calls) {
      const bias = call.variables.find(({ tensor }) => tensor.name === `${call.name}.bias`);
      const norm = bias && reader(net, call);
      if (!bias || !norm || !isBiased(call) || !takesMean(norm)) continue;
      found.set(call, {
        at: call,
        message: `${norm.name} takes the bias of ${call.name} out again: ${bias.tensor.shape[0]} numbers that change nothing`,
        fix: "Give it bias: false.",
        fixes: fixOf("Set bias: false", setOption(call, "bias", "false")),
      });
    }
    return everywhere(net, found);
  },
});

/** Layers whose bias is one number a channel: not linear along a sequence, where channels come last. */
const isBiased = ({ layer, made }: LayerCall): boolean =>
  layer === "linear"
    ? made[0]?.shape.length === 1
    : ["conv2d", "conv1d", "convTranspose2d"].includes(layer);

/** Whether a norm takes away the mean of each channel by itself: of one that is of a single number, more is to be said. */
function takesMean({ layer, nodes, fed: [x] }: LayerCall): boolean {
  const [channels, ...map] = x?.shape ?? [];
  if (layer === "batchNorm") return true;
  if (map.every((size) => size === 1)) return false;
  return (
    layer === "instanceNorm" ||
    (layer === "groupNorm" && nodes.at(-1)?.attrs["groups"] === channels)
  );
}
