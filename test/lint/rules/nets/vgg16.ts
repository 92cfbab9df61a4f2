import { conv2d, defineModel, dropout, flatten, linear, maxPool2d, relu } from "kernelsmith";
import type { Tensor } from "kernelsmith";

/** Simonyan and Zisserman 2014 (arXiv:1409.1556), configuration D. */
const stages = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

export default defineModel({
  inputs: { image: [3, 224, 224] },
  outputs: ({ image }) => {
    let x: Tensor = image;
    for (const stage of stages) {
      for (const filters of stage) x = relu(conv2d(x, { filters, kernel: 3, padding: 1 }));
      x = maxPool2d(x, { kernel: 2, stride: 2 });
    }
    const f6 = dropout(relu(linear(flatten(x), { units: 4096 })), { p: 0.5 });
    const f7 = dropout(relu(linear(f6, { units: 4096 })), { p: 0.5 });
    return linear(f7, { units: 1000 });
  },
});
