import type { Node } from "../../../graph/graph.ts";
import type { OpName } from "../../../ops/index.ts";
import { fixOf, importing, replaceFunction, unwrap, wrap } from "../../edit.ts";
import type { Fix } from "../../finding.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule, type Report } from "../rule.ts";
import { above, either, isDropout, isMove, isWeighted, opOf, unshared } from "./chain.ts";

export const softmaxTwice = defineRule({
  code: "KS304",
  what:
    "A loss that is fed something else than it takes: probabilities (softmax, sigmoid) for crossEntropy and bceWithLogits, which take scores; " +
    "probabilities or scores for nll, which takes their logarithms; scores for bce, which takes probabilities. And a softmax of a softmax along the same axis. " +
    "logSoftmax before crossEntropy is told of too: it is harmless, and done twice.",
  why:
    "These losses compute softmax or sigmoid themselves, in a form that does not overflow. Done twice, scores lie in [0, 1] and their softmax is nearly even: with ten classes " +
    "no certainty above 0.23, and a gradient that hardly moves. nll of scores falls without end, and bce of what is below 0 is not a number.",
  bad: `import { crossEntropy, defineModel, flatten, linear, softmax } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs: ({ image }) => softmax(linear(flatten(image), { units: 10 })),
  train: { loss: crossEntropy() },
});
`,
  good: `import { crossEntropy, defineModel, flatten, linear, softmax } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const logits = linear(flatten(image), { units: 10 });
    return { logits, probabilities: softmax(logits) };
  },
  train: { loss: crossEntropy({ of: "logits" }) },
});
`,
  options: {},
  recommended: "warning",
  strict: "error",
  check: (net) => {
    const found = net.nodes.flatMap((node) => {
      const [fed] = net.data(node);
      const before = above(net, fed, either(isMove, isDropout));
      if (!fed || !before) return [];
      const made = before.nodes.at(-1);
      // classes that went elsewhere are not what is compared
      if (made?.attrs["axis"] !== undefined && isClasswise(node) && !isAlong(net, node, made))
        return [];
      const report = cases[node.op]?.(before, opOf(before), node, net);
      return report ? [{ edits: before, report: { at: before, ...report } }] : [];
    });
    return unshared(net, found);
  },
});

type Said = Omit<Report, "at"> | undefined;
type Case = (before: LayerCall, op: OpName | undefined, node: Node, net: Net) => Said;

const out = (call: LayerCall): readonly Fix[] => fixOf(`Leave ${call.layer} out`, unwrap(call));

const probabilities: ReadonlySet<OpName | undefined> = new Set<OpName>([
  "softmax",
  "sigmoid",
  "hardSigmoid",
]);

const fromLogits: Case = (before, op, node) => {
  const loss = node.op === "softCrossEntropy" ? "crossEntropy" : node.op;
  if (probabilities.has(op))
    return {
      message: `${loss} takes scores and is fed probabilities: ${before.name} is taken twice`,
      fix: `Give ${loss} what ${before.name} is fed; for the app, ${before.layer} can be an output of its own.`,
      fixes: out(before),
    };
  if (op !== "logSoftmax" || loss !== "crossEntropy") return undefined;
  return {
    message: `crossEntropy takes the logarithm of softmax itself: ${before.name} before it changes nothing`,
    fix: "Leave it out, or take the loss nll, which is for what logSoftmax gives.",
    fixes: out(before),
  };
};

const nll: Case = (before, op, node) => {
  if (op === "softmax" || op === "sigmoid")
    return {
      message: `nll takes logarithms of probabilities and is fed what ${before.name} makes`,
      fix: "Make it logSoftmax.",
      fixes: called(before, "logSoftmax", replaceFunction),
    };
  if (!isWeighted(before)) return undefined;
  return {
    message: `nll takes logarithms of probabilities and is fed the scores of ${before.name}: it falls without end`,
    fix: "Put logSoftmax between, or take the loss crossEntropy.",
    fixes: node.inputs["x"] === before.made[0]?.raw ? called(before, "logSoftmax", wrap) : [],
  };
};

const bce: Case = (before, _, node) => {
  if (!isWeighted(before)) return undefined;
  return {
    message: `bce takes probabilities and is fed the scores of ${before.name}: below 0 they have no logarithm`,
    fix: "Put sigmoid between, or take the loss bceWithLogits.",
    fixes: node.inputs["x"] === before.made[0]?.raw ? called(before, "sigmoid", wrap) : [],
  };
};

const softmaxOf: Case = (before, op, node, net) => {
  const call = net.call(node);
  const direct = above(net, net.data(node)[0], isDropout);
  const inner = before.nodes.at(-1);
  if (op !== "softmax" || direct !== before || !call) return undefined;
  if (inner?.attrs["axis"] !== node.attrs["axis"]) return undefined;
  return {
    message: `${call.name} is ${call.layer} of what ${before.name} makes: of probabilities, not of scores`,
    fix: `Leave ${before.name} out.`,
    fixes: out(before),
  };
};

const cases: { readonly [K in OpName]?: Case } = {
  crossEntropy: fromLogits,
  softCrossEntropy: fromLogits,
  bceWithLogits: fromLogits,
  nll,
  bce,
  softmax: softmaxOf,
  logSoftmax: softmaxOf,
};

const isClasswise = ({ op }: Node): boolean =>
  op === "crossEntropy" || op === "softCrossEntropy" || op === "nll";

/** Whether a softmax goes along the classes of what a loss reads: its first axis without the batch. */
const isAlong = (net: Net, node: Node, made: Node): boolean =>
  made.attrs["axis"] === 1 && made.out.shape[1] === net.data(node)[0]?.shape[1];

/** The library's function by that name, imported where it is not yet, put to use. */
function called(
  call: LayerCall,
  name: string,
  edit: typeof wrap | typeof replaceFunction,
): readonly Fix[] {
  const imported = importing(call.file, name);
  return imported ? fixOf(`Take ${name}`, edit(call, imported.name), imported.edits) : [];
}
