// @ts-nocheck
import { conv1d, defineModel, flatten, linear, maxPool1d, relu } from "kernelsmith";

const seconds = 2;
const rate = 100;

export default defineModel({
  name: "steps",
  inputs: { acceleration: [seconds * rate] },
  outputs({ acceleration }) {
    const a = relu(conv1d(acceleration, { filters: 8, kernel: 9, padding: "same" })); // !! KS202
    const b = relu(conv1d(maxPool1d(a, { kernel: 4 }), { filters: 16, kernel: 9, padding: "same" }));
    return { walking: linear(flatten(b), { units: 1 }) };
  },
});
