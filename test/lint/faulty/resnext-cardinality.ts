// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const cardinality = 32;
const widths = { first: 64, second: 144, third: 256 };

function bottleneck(x, inner) {
  const options = { bias: false } as const;
  let y = relu(batchNorm(conv2d(x, { ...options, filters: inner, kernel: 1 })));
  y = conv2d(y, { ...options, filters: inner, kernel: 3, padding: 1, groups: cardinality }); // !! KS204
  y = batchNorm(conv2d(relu(batchNorm(y)), { ...options, filters: inner * 2, kernel: 1 }));
  const shortcut = x.shape[0] === inner * 2 ? x : batchNorm(conv2d(x, { ...options, filters: inner * 2, kernel: 1 }));
  return relu(add(y, shortcut));
}

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = relu(batchNorm(conv2d(image, { filters: 64, kernel: 3, padding: 1, bias: false })));
    for (const inner of Object.values(widths)) x = bottleneck(x, inner);
    return { logits: linear(globalAveragePool2d(x), { units: 100 }) };
  },
});
