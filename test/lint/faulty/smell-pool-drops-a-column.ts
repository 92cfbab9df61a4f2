// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

// 13 columns in pairs: the last one is read by nobody
export default defineModel({
  inputs: { spectrum: [1, 16, 15] },
  outputs({ spectrum }) {
    const c = relu(conv2d(spectrum, { filters: 8, kernel: [1, 3] }));
    const p = maxPool2d(c, { kernel: 2 }); // !! KS251
    return linear(flatten(p), { units: 4 });
  },
});
