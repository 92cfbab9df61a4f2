// @ts-nocheck
import { conv2d, defineModel, relu, sigmoid } from "kernelsmith";

const same = (x, filters, kernel) =>
  conv2d(x, { filters, kernel, padding: kernel / 2 }); // !! KS102

export default defineModel({
  name: "saliency",
  inputs: { photo: [3, 60, 80] },
  outputs({ photo }) {
    const near = relu(same(photo, 16, 3));
    const far = relu(same(near, 16, 7));
    return { map: sigmoid(same(far, 1, 1)) };
  },
});
