import type { Node } from "../../../graph/graph.ts";
import type { OpName } from "../../../ops/index.ts";
import { unwrap, fixOf } from "../../edit.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule, type Report } from "../rule.ts";
import { above, either, everywhere, isDropout, isMove } from "./chain.ts";
import { idle, type Range, ranges, words } from "./ranges.ts";

export const repeatedActivation = defineRule({
  code: "KS302",
  what:
    "An activation that gives back whatever it is fed, because of what stands before it: relu of what is never negative " +
    "(relu, sigmoid, softmax, a square, through pools, sums and concatenations of such), a clip to bounds that hold already; " +
    "and a saturating activation right behind itself, as in sigmoid(sigmoid(x)). A line of a block is reported only where it is so for every caller.",
  why:
    "The first kind costs time and says to the reader that values could be negative there, which they cannot. " +
    "The second squeezes what is squeezed already: sigmoid of sigmoid lies in [0.5, 0.73], and its slope is at most 1/16.",
  bad: `import { conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const b = relu(maxPool2d(a, { kernel: 2 }));
    return linear(globalAveragePool2d(b), { units: 10 });
  },
});
`,
  good: `import { conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const b = maxPool2d(a, { kernel: 2 });
    return linear(globalAveragePool2d(b), { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  check: (net) => {
    const rangeOf = ranges(net.nodes);
    const found = new Map<LayerCall, Report>();
    for (const call of net.of.calls) {
      const node = call.nodes.at(-1);
      const fed = call.fed[0]?.raw;
      if (!node || !fed || call.fed.length > 1) continue;
      const report = isIdle(node, rangeOf(fed), call) ?? isTwice(net, node, call);
      if (report) found.set(call, { at: call, fix: "Leave it out.", ...report });
    }
    return everywhere(net, found);
  },
});

type Said = Pick<Report, "message" | "fixes">;

function isIdle(node: Node, range: Range, call: LayerCall): Said | undefined {
  if (!idle[node.op]?.(range, node)) return undefined;
  return {
    message: `${call.name} changes nothing: what it is fed is ${words(range)} already`,
    fixes: fixOf(`Leave ${call.layer} out`, unwrap(call)),
  };
}

/** Activations whose second time is another function, and never what was meant. */
const saturating: ReadonlySet<OpName> = new Set<OpName>([
  ...(["sigmoid", "hardSigmoid", "tanh", "softsign", "gelu", "silu", "mish", "hardSwish"] as const),
  ...(["softplus", "elu", "selu", "celu", "leakyRelu", "prelu", "logSigmoid"] as const),
]);

function isTwice(net: Net, node: Node, call: LayerCall): Said | undefined {
  if (!saturating.has(node.op)) return undefined;
  const before = above(net, call.fed[0]?.raw, either(isMove, isDropout));
  const other = before?.nodes.at(-1);
  if (!before || other?.op !== node.op || !sameAttrs(node, other)) return undefined;
  return {
    message: `${call.name} is ${call.layer} of ${before.layer}: ${before.name} was there before`,
    fixes: fixOf(`Leave the second ${call.layer} out`, unwrap(call)),
  };
}

const sameAttrs = (a: Node, b: Node): boolean =>
  Object.entries(a.attrs).every(([name, value]) => b.attrs[name] === value);
