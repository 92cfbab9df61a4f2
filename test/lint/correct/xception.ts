// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const separable = (x, filters) => {
  const c = x.shape[0];
  const depth = conv2d(x, { filters: c, groups: c, kernel: 3, padding: 1, bias: false });
  return batchNorm(conv2d(depth, { filters, kernel: 1, bias: false })); // ok KS301
};

export default defineModel({
  name: "xception",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    let x = relu(batchNorm(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1, bias: false })));
    for (const filters of [32, 64]) {
      const shortcut = batchNorm(conv2d(x, { filters, kernel: 1, stride: 2, bias: false }));
      const main = separable(relu(separable(relu(x), filters)), filters);
      x = add(maxPool2d(main, { kernel: 3, stride: 2, padding: 1 }), shortcut);
    }
    for (let i = 0; i < 2; i++) x = add(x, separable(relu(separable(relu(x), 64)), 64));
    return { logits: linear(globalAveragePool2d(relu(x)), { units: 10 }) };
  },
});
