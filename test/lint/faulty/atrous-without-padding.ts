// @ts-nocheck
import { batchNorm, concat, conv2d, defineModel, relu, upsample } from "kernelsmith";

const rates = [1, 6, 12, 18];

/** DeepLab's pyramid of dilated convolutions, on a map of 16×16. */
function aspp(x, filters: number) {
  const branches = rates.map((dilation) => {
    const y = conv2d(x, { filters, kernel: 3, dilation, padding: Math.min(dilation, 6), bias: false }); // !! KS203
    return relu(batchNorm(y));
  });
  return concat(branches);
}

export default defineModel({
  inputs: { image: [3, 128, 128] },
  outputs({ image }) {
    let x = image;
    for (const filters of [16, 32, 64]) x = relu(conv2d(x, { filters, kernel: 3, stride: 2, padding: 1 }));
    const labels = conv2d(aspp(x, 32), { filters: 21, kernel: 1 });
    return { labels: upsample(labels, { scale: 8, mode: "bilinear" }) };
  },
});
