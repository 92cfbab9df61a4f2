// @ts-nocheck
import { add, conv2d, convTranspose2d, crossEntropy, defineModel, maxPool2d, relu } from "kernelsmith";

const CLASSES = 21;

/** FCN-8s: scores of three strides, added up. */
export default defineModel({
  name: "fcn8",
  inputs: { image: [3, 160, 160] },
  outputs({ image }) {
    const stage = (x, filters, n) => {
      for (let i = 0; i < n; i++) x = relu(conv2d(x, { filters, kernel: 3, padding: 1 }));
      return maxPool2d(x, { kernel: 2 });
    };
    const p2 = stage(stage(image, 16, 2), 32, 2);
    const p3 = stage(p2, 64, 3);
    const p4 = stage(p3, 128, 3);
    const p5 = stage(p4, 128, 3);
    const score = (x) => conv2d(x, { filters: CLASSES, kernel: 1 });
    const double = (x) => convTranspose2d(x, { filters: CLASSES, kernel: 4, stride: 2, padding: 1, bias: false });
    const s4 = add(score(p4), double(score(p5))); // ok KS301
    const s3 = add(score(p3), double(s4));
    const full = convTranspose2d(s3, { filters: CLASSES, kernel: 16, stride: 8, padding: 4, bias: false });
    return { labels: full };
  },
  train: { loss: crossEntropy({ ignoreIndex: 255 }) },
});
