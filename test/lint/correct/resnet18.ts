// @ts-nocheck
import { add, batchNorm, conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, maxPool2d, relu, sgd } from "kernelsmith";

const conv = (x, filters, kernel, stride = 1) =>
  batchNorm(conv2d(x, { filters, kernel, stride, padding: (kernel - 1) / 2, bias: false }));

function basic(x, filters, stride) {
  const y = conv(relu(conv(x, filters, 3, stride)), filters, 3);
  const shortcut = stride === 1 && x.shape[0] === filters ? x : conv(x, filters, 1, stride);
  return relu(add(y, shortcut));
}

export default defineModel({
  name: "resnet18",
  inputs: { image: [3, 224, 224] },
  outputs({ image }) {
    let x = maxPool2d(relu(conv(image, 64, 7, 2)), { kernel: 3, stride: 2, padding: 1 });
    for (const [stage, filters] of [64, 128, 256, 512].entries())
      for (let b = 0; b < 2; b++) x = basic(x, filters, stage > 0 && b === 0 ? 2 : 1);
    return { logits: linear(globalAveragePool2d(x), { units: 1000 }) };
  },
  train: { loss: crossEntropy(), optimizer: sgd({ momentum: 0.9, weightDecay: 1e-4 }) },
});
