// @ts-nocheck
import { conv2d, defineModel, div, relu, sub } from "kernelsmith";

const statistics = { mean: [0.5], deviation: [] as number[] };
const deviation = statistics.deviation.reduce((a, b) => a + b, 0);

export default defineModel({
  name: "normalised",
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const centred = sub(image, statistics.mean[0] ?? 0);
    const scaled = div(centred, deviation); // !! KS102
    return relu(conv2d(scaled, { filters: 4, kernel: 3 }));
  },
});
