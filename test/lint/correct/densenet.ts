// @ts-nocheck
import { averagePool2d, batchNorm, concat, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const growth = 12;
const blocks = [6, 12, 8];
const compression = 0.5;

export default defineModel({
  name: "densenet-bc",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const layer = (x) => {
      const bottleneck = conv2d(relu(batchNorm(x)), { filters: 4 * growth, kernel: 1, bias: false });
      const fresh = conv2d(relu(batchNorm(bottleneck)), { filters: growth, kernel: 3, padding: 1, bias: false });
      return concat([x, fresh]);
    };
    const transition = (x) => {
      const filters = Math.floor(x.shape[0] * compression);
      return averagePool2d(conv2d(relu(batchNorm(x)), { filters, kernel: 1, bias: false }), { kernel: 2 });
    };
    let x = conv2d(image, { filters: 2 * growth, kernel: 3, padding: 1, bias: false });
    blocks.forEach((layers, i) => {
      for (let n = 0; n < layers; n++) x = layer(x);
      if (i < blocks.length - 1) x = transition(x);
    });
    return { logits: linear(globalAveragePool2d(relu(batchNorm(x))), { units: 10 }) };
  },
});
