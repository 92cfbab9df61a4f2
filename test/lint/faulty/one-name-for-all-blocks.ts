// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

function block(x, filters) {
  const c = conv2d(x, { name: "conv", filters, kernel: 3, padding: 1 }); // !! KS104
  return maxPool2d(relu(c), { kernel: 2 });
}

export default defineModel({
  name: "blocks",
  inputs: { image: [1, 32, 32] },
  outputs: ({ image }) => {
    const a = block(image, 8);
    const b = block(a, 16);
    return { y: linear(flatten(b), { units: 5, name: "head" }) };
  },
});
