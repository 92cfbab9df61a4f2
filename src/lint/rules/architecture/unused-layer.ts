import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule } from "../rule.ts";
import { behind, everywhere, list, wayTo } from "./chain.ts";

export const unusedLayer = defineRule({
  code: "KS308",
  what:
    "A layer whose result reaches neither an output of the model nor its loss. " +
    "Of layers that lead to one another only the last is reported; a layer of which one result of several is used is not, nor what a loop makes in its last round and used in those before.",
  why: "It is computed nowhere and trained by nothing, so it is either left over, or meant to be used: often the variable before it is read in its place.",
  bad: `import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3 }));
    const b = relu(conv2d(a, { filters: 32, kernel: 3 }));
    return linear(globalAveragePool2d(a), { units: 10 });
  },
});
`,
  good: `import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3 }));
    const b = relu(conv2d(a, { filters: 32, kernel: 3 }));
    return linear(globalAveragePool2d(b), { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,
  *check(net) {
    const used = behind(net, net.ends);
    const dead = net.of.calls.filter((call) => !call.nodes.some((node) => used.has(node)));
    const places = everywhere(net, new Map(dead.map((call) => [call, wayTo(call)])), wayTo);
    for (const call of dead) {
      if (isRead(net, call) || !places.includes(wayTo(call))) continue;
      const nodes = behind(
        net,
        call.made.map(({ raw }) => raw),
      );
      const before = dead.filter((one) => one !== call && one.nodes.some((n) => nodes.has(n)));
      yield {
        at: call,
        message: `${call.name} reaches no output`,
        ...(before.length > 0 ? { notes: [`Nor does what only it reads: ${list(before)}.`] } : {}),
        fix: "Use its result, or leave it out.",
      };
    }
  },
});

const isRead = (net: Net, call: LayerCall): boolean =>
  call.made.some(({ raw }) => net.readers(raw).some((node) => net.call(node) !== call));
