// @ts-nocheck
import { abs, bceWithLogits, conv2d, defineModel, globalAveragePool2d, linear, relu, sub } from "kernelsmith";

function embed(x) {
  let y = x;
  for (const filters of [8, 16]) y = relu(conv2d(y, { filters, kernel: 3, stride: 2, padding: 1 }));
  return linear(globalAveragePool2d(y), { units: 16 });
}

export default defineModel({
  name: "siamese",
  inputs: { one: [1, 32, 32], other: [1, 32, 32] },
  outputs: ({ one, other }) => ({ same: linear(abs(sub(embed(one), embed(other))), { units: 1 }) }),
  train: { loss: bceWithLogits() },
});
