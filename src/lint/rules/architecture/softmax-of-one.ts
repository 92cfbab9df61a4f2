import { text } from "../../../graph/layers/layer.ts";
import type { OpName } from "../../../ops/index.ts";
import { fixOf, importing, replaceFunction } from "../../edit.ts";
import type { LayerCall } from "../../followed.ts";
import { defineRule, type Report } from "../rule.ts";
import { above, everywhere, isDropout } from "./chain.ts";

export const softmaxOfOne = defineRule({
  code: "KS314",
  what:
    "A softmax or logSoftmax along an axis of size 1, and crossEntropy where there is only one class. " +
    "A softmax in a block is reported only where it is so for every caller.",
  why:
    "Divided by itself, everything is 1, and its logarithm 0, whatever the input; the loss is 0 from the start and nothing is learned. " +
    "Two classes from one score are what sigmoid and bceWithLogits are for.",
  bad: `import { crossEntropy, defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image), { units: 1 }),
  train: { loss: crossEntropy() },
});
`,
  good: `import { bceWithLogits, defineModel, flatten, linear } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => linear(flatten(image), { units: 1 }),
  train: { loss: bceWithLogits() },
});
`,
  options: {},
  recommended: "error",
  strict: "error",
  *check(net) {
    const found = new Map<LayerCall, Report>();
    for (const call of net.of.calls) {
      const axis = axisOf(call);
      const shape = call.fed[0]?.shape;
      if (axis === undefined || !shape || shape[axis] !== 1) continue;
      const sigmoid = importing(call.file, "sigmoid");
      found.set(call, {
        at: call,
        message: `${call.name} runs along axis ${axis} of ${text(shape)}, which has one element: the result is always ${call.layer === "softmax" ? 1 : 0}`,
        fix: "Name another axis, or take sigmoid where one score tells two classes apart.",
        fixes:
          sigmoid && call.layer === "softmax" && call.call.arguments.length === 1
            ? fixOf("Take sigmoid", replaceFunction(call, sigmoid.name), sigmoid.edits)
            : [],
      });
    }
    yield* everywhere(net, found);
    for (const node of net.nodes) {
      const [scores] = net.data(node);
      if (!byClass.has(node.op) || scores?.shape[1] !== 1) continue;
      yield {
        at: above(net, scores, isDropout) ?? net.of,
        message: "crossEntropy compares one class with itself: the loss is always 0",
        fix: "Make a score for each class, or take the loss bceWithLogits for one score.",
      };
    }
  },
});

const byClass: ReadonlySet<OpName> = new Set<OpName>(["crossEntropy", "softCrossEntropy"]);

/** Counted without the batch, as the layer has it. */
function axisOf({ layer, nodes }: LayerCall): number | undefined {
  const axis = nodes.at(-1)?.attrs["axis"];
  return (layer === "softmax" || layer === "logSoftmax") && typeof axis === "number"
    ? axis - 1
    : undefined;
}
