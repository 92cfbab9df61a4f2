// @ts-nocheck
import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

export default defineModel({
  name: "two-heads",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = globalAveragePool2d(relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 })));
    const logits = linear(x, { units: 10 });
    const box = linear(relu(linear(x, { units: 16 })), { units: 4 }); // !! KS315
    return { logits, box };
  },
  train: { loss: crossEntropy({ of: "logits" }) },
});
