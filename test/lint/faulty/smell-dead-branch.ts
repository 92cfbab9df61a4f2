// @ts-nocheck
import { add, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const trunk = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const left = relu(conv2d(trunk, { filters: 16, kernel: 3, padding: 1 }));
    const right = relu(conv2d(trunk, { filters: 16, kernel: 1 })); // !! KS308
    const both = add(left, left);
    return { logits: linear(globalAveragePool2d(both), { units: 10 }) };
  },
});
