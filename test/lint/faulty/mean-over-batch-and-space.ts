// @ts-nocheck
import { conv2d, defineModel, linear, mean, relu } from "kernelsmith";

const spatial = [2, 3];

export default defineModel({
  inputs: { image: [3, 40, 40] },
  outputs({ image }) {
    const trunk = [24, 48, 96].reduce((x, filters, i) => {
      const stride = i === 0 ? 1 : 2;
      return relu(conv2d(x, { filters, kernel: 3, stride, padding: "same" }));
    }, image);
    const pooled = mean(trunk, { axes: spatial }); // !! KS206
    return linear(pooled, { units: 12 });
  },
});
