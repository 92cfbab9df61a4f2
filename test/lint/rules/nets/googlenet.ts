import { concat, conv2d, defineModel, dropout, globalAveragePool2d, linear } from "kernelsmith";
import { maxPool2d, relu, type Tensor } from "kernelsmith";

/** Szegedy et al. 2014 (arXiv:1409.4842), table 1, without its auxiliary heads. */
const convolution = (x: Tensor, filters: number, kernel: number, stride = 1): Tensor =>
  relu(conv2d(x, { filters, kernel, stride, padding: kernel >> 1 }));

type Sizes = readonly [number, number, number, number, number, number];

const inception = (x: Tensor, [one, to3, three, to5, five, pooled]: Sizes): Tensor =>
  concat([
    convolution(x, one, 1),
    convolution(convolution(x, to3, 1), three, 3),
    convolution(convolution(x, to5, 1), five, 5),
    convolution(maxPool2d(x, { kernel: 3, stride: 1, padding: 1 }), pooled, 1),
  ]);

const pool = (x: Tensor): Tensor => maxPool2d(x, { kernel: 3, stride: 2, ceilMode: true });

export default defineModel({
  inputs: { image: [3, 224, 224] },
  outputs: ({ image }) => {
    let x = pool(convolution(image, 64, 7, 2));
    x = pool(convolution(convolution(x, 64, 1), 192, 3));
    x = inception(x, [64, 96, 128, 16, 32, 32]);
    x = pool(inception(x, [128, 128, 192, 32, 96, 64]));
    x = inception(x, [192, 96, 208, 16, 48, 64]);
    x = inception(x, [160, 112, 224, 24, 64, 64]);
    x = inception(x, [128, 128, 256, 24, 64, 64]);
    x = inception(x, [112, 144, 288, 32, 64, 64]);
    x = pool(inception(x, [256, 160, 320, 32, 128, 128]));
    x = inception(x, [256, 160, 320, 32, 128, 128]);
    x = inception(x, [384, 192, 384, 48, 128, 128]);
    return linear(dropout(globalAveragePool2d(x)), { units: 1000 });
  },
});
