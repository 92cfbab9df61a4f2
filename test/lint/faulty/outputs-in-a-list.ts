// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const trunk = (image) => {
  let x = image;
  for (let n = 8; n <= 32; n *= 2) x = relu(conv2d(x, { filters: n, kernel: 3, padding: 1 }));
  return globalAveragePool2d(x);
};

export default defineModel({ // !! KS108
  name: "two-heads",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const features = trunk(image);
    return [linear(features, { units: 10 }), linear(features, { units: 4 })];
  },
});
