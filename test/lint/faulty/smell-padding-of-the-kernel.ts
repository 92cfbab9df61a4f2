// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  name: "bordered",
  inputs: { image: [3, 24, 24] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 3 })); // !! KS253
    const b = relu(conv2d(a, { filters: 32, kernel: 3 }));
    return { y: linear(globalAveragePool2d(b), { units: 5 }) };
  },
});
