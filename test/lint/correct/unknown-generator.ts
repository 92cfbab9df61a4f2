// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

function* halves(n: number) {
  while (n >= 4) {
    yield n;
    n = Math.floor(n / 2);
  }
}

export default defineModel({
  name: "halves",
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    let x = image;
    for (const size of halves(32)) {
      const kernel = Math.min(size, 3);
      x = relu(conv2d(x, { filters: size, kernel, stride: 2, padding: 1 }));
    }
    return linear(globalAveragePool2d(x), { units: [...halves(16)].length });
  },
});
