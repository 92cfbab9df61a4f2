// @ts-nocheck
import { conv2d, crossEntropy, defineModel, linear, maxPool2d, relu, reshape, sgd } from "kernelsmith";

// The original LeNet reads 32×32 pixels; MNIST as it comes has 28×28.
const SIZE = 28;

export default defineModel({
  name: "lenet",
  inputs: { image: [1, SIZE, SIZE] },
  outputs({ image }) {
    let x = relu(conv2d(image, { filters: 6, kernel: 5 }));
    x = maxPool2d(x, { kernel: 2 });
    x = relu(conv2d(x, { filters: 16, kernel: 5 }));
    x = maxPool2d(x, { kernel: 2 });
    const flat = reshape(x, [16 * 5 * 5]); // !! KS207
    const h = relu(linear(flat, { units: 120 }));
    return { logits: linear(relu(linear(h, { units: 84 })), { units: 10 }) };
  },
  train: { loss: crossEntropy(), optimizer: sgd() },
});
