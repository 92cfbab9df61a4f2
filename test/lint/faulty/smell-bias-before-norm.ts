// @ts-nocheck
import { batchNorm, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

function convNormRelu(x, filters: number, stride = 1) {
  const y = conv2d(x, { filters, kernel: 3, stride, padding: 1 }); // !! KS305
  return relu(batchNorm(y));
}

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const x = convNormRelu(convNormRelu(image, 16), 32, 2);
    return { logits: linear(globalAveragePool2d(x), { units: 10 }) };
  },
});
