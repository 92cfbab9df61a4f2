// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 64, 64] },
  outputs({ image }) {
    let stride = 4;
    let x = image;
    while (stride >= 0) {
      x = relu(conv2d(x, { filters: 16, kernel: 3, stride, padding: 1 })); // !! KS102
      if (stride === 0) break;
      stride = Math.floor(stride / 2);
    }
    return { features: globalAveragePool2d(x) };
  },
});
