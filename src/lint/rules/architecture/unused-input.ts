import { text } from "../../../graph/layers/layer.ts";
import { defineRule } from "../rule.ts";
import { behind } from "./chain.ts";

export const unusedInput = defineRule({
  code: "KS309",
  what: "An input that neither an output of the model nor its loss depends on.",
  why: "The generated module asks for it at every call, with memory to hold it, and does nothing with it.",
  bad: `import { defineModel, linear } from "kernelsmith";

export default defineModel({
  inputs: { position: [3], velocity: [3] },
  outputs: ({ position }) => linear(position, { units: 2 }),
});
`,
  good: `import { concat, defineModel, linear } from "kernelsmith";

export default defineModel({
  inputs: { position: [3], velocity: [3] },
  outputs: ({ position, velocity }) => linear(concat([position, velocity]), { units: 2 }),
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,
  *check(net) {
    const read = new Set([...behind(net, net.ends)].flatMap(net.operands));
    for (const { tensor, role } of net.variables) {
      if (role !== "input" || read.has(tensor) || net.isOutput(tensor)) continue;
      yield {
        at: net.of,
        message: `no output depends on the input ${tensor.name} ${text(tensor.shape.slice(1))}`,
        fix: "Use it, or leave it out of the inputs.",
      };
    }
  },
});
