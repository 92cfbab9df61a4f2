// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

export default defineModel({ // !! KS101
  name: "singular",
  input: { image: [1, 28, 28] },
  outputs({ image }) {
    const x = relu(conv2d(image, { filters: 16, kernel: 3 }));
    return { logits: linear(flatten(x), { units: 10 }) };
  },
});
