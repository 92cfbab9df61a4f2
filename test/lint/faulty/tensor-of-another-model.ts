// @ts-nocheck
import { add, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

let shared;

export const teacher = defineModel({
  name: "teacher",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    shared = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    return { logits: linear(globalAveragePool2d(shared), { units: 10 }) };
  },
});

export default defineModel({
  name: "student",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const own = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const both = add(own, shared); // !! KS103
    return { logits: linear(globalAveragePool2d(both), { units: 10 }) };
  },
});
