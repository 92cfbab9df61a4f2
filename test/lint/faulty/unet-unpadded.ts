// @ts-nocheck
import { concat, conv2d, defineModel, maxPool2d, relu, upsample } from "kernelsmith";

// Ronneberger's U-Net has no padding and crops the skips; the crop is missing.
class UNet {
  base: number;
  constructor(base: number) {
    this.base = base;
  }
  double(x, filters) {
    const a = relu(conv2d(x, { filters, kernel: 3 }));
    return relu(conv2d(a, { filters, kernel: 3 }));
  }
  apply(x) {
    const d1 = this.double(x, this.base);
    const d2 = this.double(maxPool2d(d1, { kernel: 2 }), this.base * 2);
    const bottom = this.double(maxPool2d(d2, { kernel: 2 }), this.base * 4);
    const u2 = this.double(concat([d2, upsample(bottom, { scale: 2 })]), this.base * 2); // !! KS201
    return this.double(concat([d1, upsample(u2, { scale: 2 })]), this.base);
  }
}

const net = new UNet(16);
export default defineModel({
  inputs: { image: [1, 124, 124] },
  outputs: ({ image }) => conv2d(net.apply(image), { filters: 2, kernel: 1 }),
});
