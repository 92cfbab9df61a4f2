// @ts-nocheck
import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, relu, sgd } from "kernelsmith";

export default defineModel({
  name: "lenet",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const c1 = relu(conv2d(image, { filters: 6, kernel: 5, padding: 2 }));
    const c2 = relu(conv2d(maxPool2d(c1, { kernel: 2 }), { filters: 16, kernel: 5 }));
    const f1 = relu(linear(flatten(maxPool2d(c2, { kernel: 2 })), { units: 120 })); // ok KS256
    const f2 = relu(linear(f1, { units: 84 }));
    return { logits: linear(f2, { units: 10 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: sgd({ momentum: 0.9 }) },
});
