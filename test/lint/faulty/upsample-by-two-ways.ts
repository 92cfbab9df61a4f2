// @ts-nocheck
import { add, conv2d, defineModel, relu, upsample } from "kernelsmith";

export default defineModel({
  name: "pyramid",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const common = { kernel: 3, padding: 1 } as const;
    const c2 = relu(conv2d(image, { ...common, filters: 16, stride: 2 }));
    const c3 = relu(conv2d(c2, { ...common, filters: 32, stride: 2 }));
    const p3 = conv2d(c3, { filters: 16, kernel: 1 });
    const [, height, width] = c2.shape;
    const up = upsample(p3, { scale: 2, size: [height, width] }); // !! KS102
    return { p2: add(c2, up), p3 };
  },
});
