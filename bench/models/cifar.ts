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
  name: "cifar",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a1 = relu(conv2d(image, { filters: 32, kernel: 3, padding: 1 }));
    const a2 = relu(conv2d(a1, { filters: 32, kernel: 3, padding: 1 }));
    const a = maxPool2d(a2, { kernel: 2 });
    const b1 = relu(conv2d(a, { filters: 64, kernel: 3, padding: 1 }));
    const b2 = relu(conv2d(b1, { filters: 64, kernel: 3, padding: 1 }));
    const b = maxPool2d(b2, { kernel: 2 });
    const f = relu(linear(flatten(b), { units: 256 }));
    return { logits: linear(f, { units: 10 }) };
  },
  train: { loss: crossEntropy({ of: "logits" }), optimizer: sgd() },
});
