// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu, zeros } from "kernelsmith";

const weightInitializer = zeros();

export default defineModel({
  name: "frozen-start",
  inputs: { image: [1, 20, 20] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 8, kernel: 3, weightInitializer })); // !! KS310
    return { y: linear(globalAveragePool2d(a), { units: 10 }) };
  },
});
