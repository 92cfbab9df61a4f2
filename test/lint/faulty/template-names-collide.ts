// @ts-nocheck
import { add, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const stages = [16, 32];
const depth = 2;

export default defineModel({
  inputs: { image: [3, 24, 24] },
  outputs({ image }) {
    let x = conv2d(image, { filters: stages[0], kernel: 3, padding: 1, name: "stem" });
    stages.forEach((filters, s) => {
      x = conv2d(x, { filters, kernel: 1, name: `stage${s}/in` });
      for (let b = 0; b < depth; ++b) {
        const f = conv2d(relu(x), { filters, kernel: 3, padding: 1, name: `stage${s}/conv` }); // !! KS104
        x = add(x, f);
      }
    });
    return linear(globalAveragePool2d(relu(x)), { units: 10 });
  },
});
