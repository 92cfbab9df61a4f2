// @ts-nocheck
import { conv2d, defineModel, linear, maxPool2d, relu, softmax } from "kernelsmith";

export default defineModel({
  name: "cifar",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const features = [32, 64, 128].reduce(
      (x, filters) => maxPool2d(relu(conv2d(x, { filters, kernel: 3, padding: 1 })), { kernel: 2 }),
      image,
    );
    const hidden = relu(linear(features, { units: 256 })); // !! KS202
    return { probabilities: softmax(linear(hidden, { units: 10 })) };
  },
});
