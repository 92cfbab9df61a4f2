// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

let depth = 0;

function counted(x, filters) {
  try {
    depth += 1;
    if (depth > 3) return x;
    return relu(conv2d(x, { filters, kernel: 3 }));
  } finally {
    depth += 0.5;
  }
}

export default defineModel({
  inputs: { image: [1, 9, 9] },
  outputs({ image }) {
    depth = 0;
    let x = image;
    for (let i = 0; i < 9; i++) x = counted(x, 4);
    return linear(flatten(x), { units: 2 });
  },
});
