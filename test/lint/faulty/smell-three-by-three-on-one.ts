// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const widths = [16, 32, 64, 128];

export default defineModel({
  name: "too-deep",
  inputs: { icon: [3, 16, 16] },
  outputs({ icon }) {
    const x = widths.reduce(
      (x, filters) => maxPool2d(relu(conv2d(x, { filters, kernel: 3, padding: 1 })), { kernel: 2 }),
      icon,
    );
    const last = relu(conv2d(x, { filters: 64, kernel: 3, padding: 1 })); // !! KS254
    return { logits: linear(flatten(last), { units: 10 }) };
  },
});
