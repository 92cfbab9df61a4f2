// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const patience = () => Math.random() < 0.2;

export default defineModel({
  name: "until",
  inputs: { image: [1, 64, 64] },
  outputs({ image }) {
    let x = image;
    let steps = 0;
    while (x.shape[1] > 8) {
      x = relu(conv2d(x, { filters: 8 + steps, kernel: 5 }));
      steps++;
      if (patience()) break;
    }
    do {
      x = relu(conv2d(x, { filters: 8, kernel: 3 }));
    } while (x.shape[2] > 6);
    return linear(globalAveragePool2d(x), { units: 2 });
  },
});
