// @ts-nocheck
import { conv2d, convTranspose2d, defineModel, relu, sigmoid } from "kernelsmith";

const shape = { kernel: 3, padding: 2, dilation: 1 };

export default defineModel({
  name: "code",
  inputs: { image: [1, 4, 4] },
  outputs({ image }) {
    let x = image;
    for (const filters of [4, 8]) x = relu(conv2d(x, { ...shape, filters, stride: 4 }));
    // 2 → −1 would be (2 − 1)·1 − 2·2 + 2 + 1
    const y = convTranspose2d(x, { ...shape, filters: 1 }); // !! KS203
    return { y: sigmoid(y) };
  },
});
