// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

const BATCH = -1;
const shape = [BATCH, 1, 28, 28];

export default defineModel({ // !! KS205
  name: "mnist",
  inputs: { image: shape },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 8, kernel: 3 }));
    return { logits: linear(flatten(x), { units: 10 }) };
  },
});
