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
    const unused = net.variables.filter(
      ({ tensor, role }) => role === "input" && !read.has(tensor) && !net.isOutput(tensor),
    );
    if (unused.length === 0) return;
    const names = unused.map(({ tensor: { name, shape } }) => `${name} ${text(shape.slice(1))}`);
    const [what, them] = names.length === 1 ? ["input", "it"] : ["inputs", "them"];
    yield {
      at: net.of,
      message: `no output depends on the ${what} ${names.join(", ")}`,
      fix: `Use ${them}, or leave ${them} out of the inputs.`,
    };
  },
});
