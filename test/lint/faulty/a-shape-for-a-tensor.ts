// @ts-nocheck
import { add, conv2d, defineModel, relu } from "kernelsmith";

const match = (x, like) => (x.shape[0] === like[0] ? x : conv2d(x, { filters: like[0], kernel: 1 }));

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const a = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const skip = match(image, a.shape);
    return relu(add(a, skip.shape)); // !! KS103
  },
});
