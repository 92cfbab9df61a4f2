// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

export default defineModel({ // !! KS108
  name: "forgetful",
  inputs: { image: [1, 20, 20] },
  outputs({ image }) {
    const c = relu(conv2d(image, { filters: 6, kernel: 5 }));
    const p = maxPool2d(c, { kernel: 2 });
    const logits = linear(flatten(p), { units: 10 });
    const outputs = { logits };
  },
});
