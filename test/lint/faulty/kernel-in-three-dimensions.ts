// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const KERNEL = [3, 3, 3];
const widths = new Map([
  ["low", 8],
  ["high", 24],
]);

export default defineModel({
  inputs: { clip: [8, 32, 32] },
  outputs({ clip }) {
    const low = relu(conv2d(clip, { filters: widths.get("low") ?? 4, kernel: [3, 3] }));
    const high = relu(conv2d(low, { filters: widths.get("high") ?? 4, kernel: KERNEL })); // !! KS102
    return linear(globalAveragePool2d(high), { units: 3 });
  },
});
