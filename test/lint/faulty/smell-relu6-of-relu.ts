// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu, relu6 } from "kernelsmith";

const activations = [relu, relu6];

export default defineModel({
  name: "clipped",
  inputs: { image: [1, 18, 18] },
  outputs({ image }) {
    const c = conv2d(image, { filters: 8, kernel: 3 });
    const a = activations.reduce((x, f) => f(x), c);
    const p = maxPool2d(relu(a), { kernel: 2 }); // !! KS302
    return { y: linear(flatten(p), { units: 3 }) };
  },
});
