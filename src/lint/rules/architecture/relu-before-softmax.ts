import type { Node } from "../../../graph/graph.ts";
import type { OpName } from "../../../ops/index.ts";
import { fixOf, unwrap } from "../../edit.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule, type Report } from "../rule.ts";
import { above, either, isDropout, isMove, isWeighted, unshared } from "./chain.ts";

export const reluBeforeSoftmax = defineRule({
  code: "KS303",
  what:
    "A relu, or another cut-off at 0, whose result is the scores of classes: what crossEntropy or bceWithLogits compares, what the softmax at the model's end reads, " +
    "or a sigmoid, directly or through dropout and changes of shape. Before a softmax or a sigmoid only where it cuts off the scores of a convolution or a linear layer.",
  why:
    "Scores below 0 are how a net says that it is not this class. Cut off, they are equal, and no gradient comes back to where they are; " +
    "a sigmoid behind relu never says less than ½.",
  bad: `import { crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const hidden = relu(linear(flatten(image), { units: 128 }));
    const scores = relu(linear(hidden, { units: 10 }));
    return scores;
  },
  train: { loss: crossEntropy() },
});
`,
  good: `import { crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const hidden = relu(linear(flatten(image), { units: 128 }));
    const scores = linear(hidden, { units: 10 });
    return scores;
  },
  train: { loss: crossEntropy() },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  check: (net) => {
    const found = new Map<LayerCall, Report>();
    for (const node of net.nodes) {
      const scores = net.data(node)[0];
      const cut = scores && above(net, scores, free);
      if (!cut || found.has(cut) || !isCutOff(cut) || !compares(net, node, cut)) continue;
      const last = net.call(node)?.name ?? node.op;
      found.set(cut, {
        at: cut,
        message: `${cut.name} cuts off the scores below 0 that ${last} compares`,
        notes: [
          node.op === "sigmoid"
            ? `What ${last} makes of what is not below 0 is never below ½.`
            : "Scores below 0 become equal, and get no gradient.",
        ],
        fix: `Leave ${cut.name} out: scores may have any sign.`,
        fixes: read(net, cut) === 1 ? fixOf(`Leave ${cut.layer} out`, unwrap(cut)) : [],
      });
    }
    return unshared(
      net,
      [...found].map(([edits, report]) => ({ edits, report })),
    );
  },
});

/** Losses that put scores into softmax or sigmoid themselves. */
const fromLogits: ReadonlySet<OpName> = new Set<OpName>([
  "crossEntropy",
  "softCrossEntropy",
  "bceWithLogits",
]);

const free = either(isMove, isDropout);
const linear = either(isMove, isDropout, ({ layer }) => layer === "batchNorm");

const read = (net: Net, { made: [tensor] }: LayerCall): number =>
  tensor ? net.readers(tensor.raw).length : 0;

/** max(x, 0), perhaps held below a bound too. */
function isCutOff(call: LayerCall): boolean {
  const { op, attrs } = call.nodes.at(-1) ?? {};
  if (op === "threshold") return attrs?.["threshold"] === 0 && attrs["value"] === 0;
  return (
    op === "relu" ||
    op === "relu6" ||
    ((op === "clip" || op === "hardTanh") && attrs?.["min"] === 0)
  );
}

/** Whether what a node reads are scores, whose differences count. */
function compares(net: Net, node: Node, cut: LayerCall): boolean {
  if (fromLogits.has(node.op)) return true;
  const scores = above(net, cut.fed[0]?.raw, linear);
  if (!scores || !isWeighted(scores)) return false;
  if (node.op === "sigmoid") return net.whole && read(net, cut) === 1;
  return (node.op === "softmax" || node.op === "logSoftmax") && isLast(net, node);
}

/** Whether the app or a loss gets it, but no other layer: softmax amid a net weighs places, not classes. */
function isLast(net: Net, { out }: Node): boolean {
  return net.isOutput(out) && net.readers(out).every((n) => !net.call(n));
}
