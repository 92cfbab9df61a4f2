// @ts-nocheck
import { concat, conv2d, defineModel, maxPool2d, relu } from "kernelsmith";

const fire = (x, squeeze: number, expand: number) => {
  const s = relu(conv2d(x, { filters: squeeze, kernel: 1 }));
  const narrow = relu(conv2d(s, { filters: expand, kernel: 1 }));
  const wide = relu(conv2d(s, { filters: expand, kernel: 3, padding: 1 }));
  return concat(narrow, wide); // !! KS102
};

export default defineModel({
  name: "squeeze",
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    const stem = maxPool2d(relu(conv2d(image, { filters: 32, kernel: 3, stride: 2 })), { kernel: 3, stride: 2 });
    return { features: fire(fire(stem, 8, 32), 16, 64) };
  },
});
