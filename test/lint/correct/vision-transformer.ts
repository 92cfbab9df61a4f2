// @ts-nocheck
import { add, conv2d, defineModel, gelu, layerNorm, linear, matmul, mean, mul, reshape, softmax, transpose } from "kernelsmith";

const size = 32, patch = 4, width = 48;
const count = (size / patch) ** 2;

export default defineModel({
  name: "vit",
  inputs: { image: [3, size, size], positions: [count, width] },
  outputs({ image, positions }) {
    const patches = conv2d(image, { filters: width, kernel: patch, stride: patch });
    let x = add(transpose(reshape(patches, [width, -1]), [1, 0]), positions);
    for (const _ of [1, 2]) {
      const n = layerNorm(x, { axis: -1 });
      const [q, k, v] = Array.from({ length: 3 }, () => linear(n, { units: width, bias: false }));
      const weights = softmax(mul(matmul(q, transpose(k, [1, 0])), 1 / Math.sqrt(width)), { axis: 1 });
      x = add(x, matmul(weights, v));
      x = add(x, linear(gelu(linear(layerNorm(x, { axis: 1 }), { units: 2 * width })), { units: width }));
    }
    return { logits: linear(mean(layerNorm(x, { axis: 1 }), { axes: [0] }), { units: 10 }) };
  },
});
