// @ts-nocheck
import { adam, conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu, softmax } from "kernelsmith";

export default defineModel({
  name: "tf-habits",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    const logits = linear(globalAveragePool2d(x), { units: 10 });
    return { probabilities: softmax(logits) }; // !! KS304
  },
  train: { loss: crossEntropy(), optimizer: adam() },
});
