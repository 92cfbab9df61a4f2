// @ts-nocheck
import { add, conv2d, defineModel, relu, upsample } from "kernelsmith";

const up = (x) => upsample(x, { scale: 2, alignCorners: true }); // !! KS102

export default defineModel({
  name: "segment",
  inputs: { image: [3, 96, 96] },
  outputs({ image }) {
    const c1 = relu(conv2d(image, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    const c2 = relu(conv2d(c1, { filters: 16, kernel: 3, stride: 2, padding: 1 }));
    return { mask: conv2d(up(add(c1, up(c2))), { filters: 2, kernel: 1 }) };
  },
});
