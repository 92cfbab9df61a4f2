// @ts-nocheck
import { batchNorm, concat, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

function denseLayer(x, { growth, stride = 1 }) {
  const y = conv2d(relu(batchNorm(x)), { filters: growth, kernel: 3, stride, padding: 1, bias: false });
  return concat([x, y]); // !! KS201
}

const block = (x, layers) => {
  for (let i = 0; i < layers; i++) x = denseLayer(x, { growth: 12, stride: i === layers - 1 ? 2 : 1 });
  return x;
};

export default defineModel({
  name: "densenet",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const stem = conv2d(image, { filters: 24, kernel: 3, padding: 1, bias: false });
    return linear(globalAveragePool2d(relu(batchNorm(block(stem, 4)))), { units: 10 });
  },
});
