export const layers = 60;

/** A chain of convolutions, norms and activations, a line each. */
export function deep(kernel: number): string {
  const blocks = Array.from({ length: layers / 3 }, (_, i) => [
    `    x = conv2d(x, { filters: ${8 + (i % 4) * 8}, kernel: ${i === 1 ? kernel : 3}, padding: 1, bias: false });`,
    "    x = batchNorm(x);",
    "    x = relu(x);",
  ]);
  return [
    'import { batchNorm, conv2d, defineModel, flatten, linear, relu } from "kernelsmith";',
    "",
    "export default defineModel({",
    "  inputs: { image: [3, 32, 32] },",
    "  outputs({ image }) {",
    "    let x = image;",
    ...blocks.flat(),
    "    return { logits: linear(flatten(x), { units: 10 }) };",
    "  },",
    "});",
    "",
  ].join("\n");
}
