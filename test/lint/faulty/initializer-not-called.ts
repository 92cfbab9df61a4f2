// @ts-nocheck
import { conv2d, defineModel, flatten, glorotUniform, linear, tanh } from "kernelsmith";

const weightInitializer = glorotUniform;

const layer = (x, filters) => tanh(conv2d(x, { filters, kernel: 5, weightInitializer })); // !! KS102

export default defineModel({
  name: "lenet",
  inputs: { image: [1, 32, 32] },
  outputs: ({ image }) => linear(flatten(layer(layer(image, 6), 16)), { units: 10 }),
});
