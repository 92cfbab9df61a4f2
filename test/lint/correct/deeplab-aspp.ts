// @ts-nocheck
import { batchNorm, concat, conv2d, crossEntropy, defineModel, globalAveragePool2d, relu, upsample } from "kernelsmith";

const cbr = (x, filters, options) => relu(batchNorm(conv2d(x, { filters, bias: false, ...options })));

export default defineModel({
  name: "deeplab",
  inputs: { image: [3, 96, 96] },
  outputs({ image }) {
    let x = image;
    for (const filters of [16, 32, 64]) x = cbr(x, filters, { kernel: 3, stride: 2, padding: 1 });
    const [, h, w] = x.shape;
    const pyramid = [
      cbr(x, 32, { kernel: 1 }),
      ...[2, 4].map((rate) => cbr(x, 32, { kernel: 3, dilation: rate, padding: rate })),
      upsample(cbr(globalAveragePool2d(x, { keepDims: true }), 32, { kernel: 1 }), { size: [h, w] }),
    ];
    const joined = cbr(concat(pyramid), 64, { kernel: 1 });
    return { labels: upsample(conv2d(joined, { filters: 21, kernel: 1 }), { scale: 8, mode: "bilinear" }) };
  },
  train: { loss: crossEntropy({ ignoreIndex: 255 }) },
});
