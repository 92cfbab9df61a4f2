// @ts-nocheck
import { conv2d, crossEntropy, defineModel, dropout, globalAveragePool2d, relu } from "kernelsmith";

export default defineModel({
  name: "allconv",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const conv = (x, filters, { stride = 1, kernel = 3 } = {}) =>
      relu(conv2d(x, { filters, kernel, stride, padding: kernel === 3 ? 1 : 0 }));
    let x = dropout(image, { p: 0.2 });
    for (const filters of [96, 192]) {
      x = conv(conv(x, filters), filters);
      x = dropout(conv(x, filters, { stride: 2 }));
    }
    x = conv(conv(x, 192), 192, { kernel: 1 });
    return { logits: globalAveragePool2d(conv2d(x, { filters: 10, kernel: 1 })) };
  },
  train: { loss: crossEntropy() },
});
