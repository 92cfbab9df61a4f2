// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const useExtraLayer = true;

export default defineModel({
  inputs: { image: [3, 48, 48] },
  outputs: ({ image }) => {
    let x = relu(conv2d(image, { filters: 16, kernel: 5, padding: 2 }));
    x = maxPool2d(x, { kernel: 2 });
    x = flatten(x);
    if (useExtraLayer) {
      x = relu(conv2d(x, { filters: 32, kernel: 3, padding: 1 })); // !! KS202
    }
    return { logits: linear(x, { units: 7 }) };
  },
});
