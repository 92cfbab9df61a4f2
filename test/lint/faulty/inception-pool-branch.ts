// @ts-nocheck
import { averagePool2d, concat, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const conv = (x, filters, kernel = 1) => relu(conv2d(x, { filters, kernel, padding: (kernel - 1) / 2 }));

const inception = (x, [a, b3, b, c5, c, d]) =>
  concat([ // !! KS201
    conv(x, a),
    conv(conv(x, b3), b, 3),
    conv(conv(x, c5), c, 5),
    conv(maxPool2d(x, { kernel: 3, stride: 1 }), d),
  ]);

export default defineModel({
  name: "googlenet",
  inputs: { image: [3, 56, 56] },
  outputs({ image }) {
    const stem = averagePool2d(conv(image, 32, 7), { kernel: 2 });
    const x = inception(stem, [16, 24, 32, 4, 8, 8]);
    return { logits: linear(globalAveragePool2d(x), { units: 50 }) };
  },
});
