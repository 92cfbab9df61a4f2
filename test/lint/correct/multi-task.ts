// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, loss, mean, relu, square, sub, sum, abs, add, softmax, log, mul, neg } from "kernelsmith";

const both = loss({
  targets: { which: [4], where: [4] },
  value: (outputs, { which, where }) => {
    const found = neg(sum(mul(which, log(add(outputs.which, 1e-6)))));
    const place = mean(abs(sub(outputs.where, where)));
    return add(found, add(place, mul(mean(square(outputs.where)), 0.01)));
  },
});

export default defineModel({
  name: "detector",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    const trunk = [16, 32, 64].reduce((x, filters) => relu(conv2d(x, { filters, kernel: 4, stride: 2, padding: 1 })), image);
    const shared = globalAveragePool2d(trunk);
    const head = (units: number) => linear(relu(linear(shared, { units: 32 })), { units });
    return { which: softmax(head(4)), where: head(4) };
  },
  train: { loss: both },
});
