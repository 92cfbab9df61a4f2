import {
  conv2d,
  crossEntropy,
  defineModel,
  flatten,
  linear,
  maxPool2d,
  relu,
  sgd,
} from "kernelsmith";

export default defineModel({
  name: "lenet",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const c1 = maxPool2d(relu(conv2d(image, { filters: 6, kernel: 5, padding: 2 })), { kernel: 2 });
    const c2 = maxPool2d(relu(conv2d(c1, { filters: 16, kernel: 5 })), { kernel: 2 });
    const f1 = relu(linear(flatten(c2), { units: 120 }));
    const f2 = relu(linear(f1, { units: 84 }));
    return { logits: linear(f2, { units: 10 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: sgd() },
});
