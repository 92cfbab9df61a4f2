// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu, type Tensor } from "kernelsmith";

class ConvBlock {
  readonly filters: number;
  readonly kernel: number;
  constructor(filters: number, kernel = 5) {
    this.filters = filters;
    this.kernel = kernel;
  }
  call(x: Tensor) {
    const { filters, kernel } = this;
    const y = relu(conv2d(x, { filters, kernel })); // !! KS203
    return maxPool2d(y, { kernel: 2 });
  }
}

const blocks = [new ConvBlock(8), new ConvBlock(16), new ConvBlock(32, 7)];

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    let x = image;
    for (const block of blocks) x = block.call(x);
    return linear(flatten(x), { units: 10 });
  },
});
