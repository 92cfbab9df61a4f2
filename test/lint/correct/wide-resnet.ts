// @ts-nocheck
import { add, batchNorm, conv2d, crossEntropy, defineModel, dropout, globalAveragePool2d, linear, relu } from "kernelsmith";

const [depth, widen, p] = [16, 4, 0.3];
const perStage = (depth - 4) / 6;
const widths = [16, 32, 64].map((w) => w * widen);

export default defineModel({
  name: `wrn-${depth}-${widen}`,
  inputs: { image: [3, 32, 32] },
  outputs: ({ image }) => {
    const conv = (x, filters, kernel, stride = 1) =>
      conv2d(x, { filters, kernel, stride, padding: kernel === 3 ? 1 : 0, bias: false });
    const unit = (x, filters, stride) => {
      const a = relu(batchNorm(x));
      const b = conv(a, filters, 3, stride);
      const c = conv(dropout(relu(batchNorm(b)), { p }), filters, 3);
      return add(c, x.shape[0] === filters && stride === 1 ? x : conv(a, filters, 1, stride));
    };
    let x = conv(image, 16, 3);
    for (let s = 0; s < widths.length; s += 1)
      for (let b = 0; b < perStage; b += 1) x = unit(x, widths[s], s > 0 && b === 0 ? 2 : 1); // ok KS306
    return { logits: linear(globalAveragePool2d(relu(batchNorm(x))), { units: 10 }) };
  },
  train: { loss: crossEntropy() },
});
