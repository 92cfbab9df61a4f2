// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const conv = (x, filters) => relu(conv2d(x, { filters, kernel: 3, padding: 1 }));

export default defineModel({
  name: "aux",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const middle = maxPool2d(conv(image, 16), { kernel: 2 });
    const aux = linear(globalAveragePool2d(middle), { units: 10 }); // !! KS308
    const last = conv(middle, 32);
    return { logits: linear(globalAveragePool2d(last), { units: 10 }) };
  },
});
