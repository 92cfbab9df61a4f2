import { expand } from "../../../graph/expand.ts";
import type { Option } from "../../../graph/layers/options.ts";
import { receptiveField } from "../../../report/receptive-field.ts";
import { defineRule } from "../rule.ts";

/** So many rows and columns, or as many as the input has. */
const least: Option<number | "input"> = {
  takes: 'an integer of at least 1 or "input"',
  fallback: "input",
  read: (v) =>
    v === "input" || (typeof v === "number" && Number.isSafeInteger(v) && v >= 1) ? v : undefined,
};

export const narrowHead = defineRule({
  code: "KS255",
  what: 'An output each element of which depends on fewer rows or columns of the input than `least`: a number, or "input" for all of it. Pooling the whole map or a dense layer behind it sees everything.',
  why: "What lies outside of the receptive field cannot be told from noise: a net that sees 20 × 20 at a time does not find a face of 60. More layers, a stride, a pool or a dilation widen it; the summary shows how far each layer sees.",
  bad: `import { conv2d, defineModel, relu, sigmoid } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 64, 64] },
  outputs: ({ image }) => {
    let map = relu(conv2d(image, { filters: 8, kernel: 3, padding: 1 }));
    map = relu(conv2d(map, { filters: 8, kernel: 3, padding: 1 }));
    return sigmoid(conv2d(map, { filters: 1, kernel: 3, padding: 1 }));
  },
});
`,
  good: `import { conv2d, defineModel, relu, sigmoid } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 64, 64] },
  outputs: ({ image }) => {
    let map = relu(conv2d(image, { filters: 8, kernel: 3, padding: 1 }));
    map = relu(conv2d(map, { filters: 8, kernel: 3, padding: 4, dilation: 4 }));
    return sigmoid(conv2d(map, { filters: 1, kernel: 3, padding: 16, dilation: 16 }));
  },
});
`,
  options: { least },
  example: { least: 32 },
  recommended: "off",
  strict: "off",
  whole: true,

  *check(net, { least }) {
    const graph = net.of.built?.graph;
    if (!graph) return;
    const { program } = expand(graph, "inference");
    const inputs = graph.variables.filter((v) => v.role === "input").map((v) => v.tensor);
    for (const [name, tensor] of Object.entries(graph.outputs)) {
      const field = receptiveField(program, tensor, inputs);
      const sizes = field.map((_, d) => Math.max(...inputs.map((i) => i.shape[d + 2] ?? 0)));
      const asked = sizes.map((size) => (least === "input" ? size : Math.min(least, size)));
      if (field.every((seen, d) => seen >= (asked[d] ?? 0))) continue;
      const maker = net.maker(tensor);
      const [seen, whole] = [field.join(" × "), sizes.join(" × ")];
      yield {
        at: (maker && net.call(maker)) ?? net.of,
        message: `${name} sees ${seen} of the ${whole} input, less than ${asked.join(" × ")}`,
        fix: "Give an earlier layer a stride, a larger kernel or a dilation, or pool before this one.",
      };
    }
  },
});
