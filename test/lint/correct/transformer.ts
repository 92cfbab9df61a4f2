// @ts-nocheck
import { add, defineModel, gelu, layerNorm, linear, matmul, mean, mul, reshape, softmax, transpose } from "kernelsmith";

const config = { places: 16, width: 32, heads: 4, depth: 2, classes: 10 } as const;

function attention(x, { places, width, heads }: typeof config) {
  const each = width / heads;
  const project = (name: string) =>
    transpose(reshape(linear(x, { units: width }), [places, heads, each]), name === "k" ? [1, 2, 0] : [1, 0, 2]);
  const [q, k, v] = ["q", "k", "v"].map(project);
  const weights = softmax(mul(matmul(q, k), each ** -0.5), { axis: -1 });
  const together = reshape(transpose(matmul(weights, v), [1, 0, 2]), [places, width]);
  return linear(together, { units: width });
}

const encoder = (x, c: typeof config) => {
  const a = add(x, attention(layerNorm(x, { axis: 1 }), c));
  const h = gelu(linear(layerNorm(a, { axis: 1 }), { units: 4 * c.width }));
  return add(a, linear(h, { units: c.width }));
};

export default defineModel({
  name: "encoder",
  inputs: { tokens: [config.places, config.width] },
  outputs({ tokens }) {
    let x = tokens;
    for (let d = 0; d < config.depth; d++) x = encoder(x, config); // ok KS301
    return { logits: linear(mean(layerNorm(x, { axis: 1 }), { axes: 0 }), { units: config.classes }) };
  },
});
