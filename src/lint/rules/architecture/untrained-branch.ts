import { namedBy } from "../../../graph/named.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule } from "../rule.ts";
import { behind, list } from "./chain.ts";

export const untrainedBranch = defineRule({
  code: "KS315",
  what:
    "Layers with parameters that an output of the model depends on and its loss does not, unless `compile.freeze` names them or `compile.train` is false. " +
    "The last of them is reported.",
  why: "No gradient reaches them: they stay as they start. The compiler refuses to compile such a model for training (KS107) until they are frozen.",
  bad: `import { crossEntropy, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = relu(linear(flatten(image), { units: 64 }));
    return { digit: linear(h, { units: 10 }), slant: linear(h, { units: 1 }) };
  },
  train: { loss: crossEntropy({ of: "digit" }) },
});
`,
  good: `import { add, defineModel, flatten, linear, loss, mean, relu, square, sub } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = relu(linear(flatten(image), { units: 64 }));
    return { digit: linear(h, { units: 10 }), slant: linear(h, { units: 1 }) };
  },
  train: {
    loss: loss({
      targets: { digit: [10], slant: [1] },
      value: ({ digit, slant }, targets) =>
        add(mean(square(sub(digit!, targets.digit))), mean(square(sub(slant!, targets.slant)))),
    }),
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "error",
  whole: true,
  *check(net) {
    const { training, graph } = net.of.built ?? {};
    if (!training || !graph || net.compile.train === false) return;
    const reached = Object.entries(graph.outputs).map(
      ([name, tensor]) => [name, behind(net, [tensor])] as const,
    );
    const told = behind(net, Object.values(graph.outputs));
    const trained = behind(net, [training.loss]);
    const frozen = new Set(namedBy(net.compile.freeze ?? [], net.variables));
    const untrained = net.of.calls.filter(
      (call) =>
        call.variables.some((v) => v.role === "parameter" && !frozen.has(v)) &&
        call.nodes.some((node) => told.has(node)) &&
        !call.nodes.some((node) => trained.has(node)),
    );
    for (const call of lastOf(net, untrained)) {
      const nodes = behind(net, call.made.map(({ raw }) => raw)); // prettier-ignore
      const all = untrained.filter((one) => one.nodes.some((node) => nodes.has(node)));
      const names = reached
        .filter(([, nodes]) => call.nodes.some((node) => nodes.has(node)))
        .map(([name]) => name);
      yield {
        at: call,
        message: `the loss does not depend on ${list(all)}: ${names.join(", ")} stays untrained`,
        fix: `Let the loss judge ${names.join(", ")} too, or freeze the layers (compile.freeze).`,
      };
    }
  },
});

/** Those that lead to no other of them. */
function lastOf(net: Net, calls: readonly LayerCall[]): readonly LayerCall[] {
  const fed = calls.flatMap((call) => call.fed.map(({ raw }) => raw));
  const before = behind(net, fed);
  return calls.filter((call) => !call.nodes.some((node) => before.has(node)));
}
