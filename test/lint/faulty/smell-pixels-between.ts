// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const project = (x, filters) => conv2d(x, { filters, kernel: 1, stride: 2 }); // !! KS257

export default defineModel({
  name: "sparse",
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const b = relu(project(a, 32));
    return linear(globalAveragePool2d(b), { units: 10 });
  },
});
