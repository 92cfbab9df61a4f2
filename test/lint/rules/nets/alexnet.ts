import { adaptiveAveragePool2d, conv2d, defineModel, dropout, flatten } from "kernelsmith";
import { linear, maxPool2d, relu } from "kernelsmith";

/** Krizhevsky 2014 (arXiv:1404.5997), as torchvision has it. */
export default defineModel({
  inputs: { image: [3, 224, 224] },
  outputs: ({ image }) => {
    const c1 = relu(conv2d(image, { filters: 64, kernel: 11, stride: 4, padding: 2 }));
    const p1 = maxPool2d(c1, { kernel: 3, stride: 2 });
    const c2 = relu(conv2d(p1, { filters: 192, kernel: 5, padding: 2 }));
    const p2 = maxPool2d(c2, { kernel: 3, stride: 2 });
    const c3 = relu(conv2d(p2, { filters: 384, kernel: 3, padding: 1 }));
    const c4 = relu(conv2d(c3, { filters: 256, kernel: 3, padding: 1 }));
    const c5 = relu(conv2d(c4, { filters: 256, kernel: 3, padding: 1 }));
    const p5 = adaptiveAveragePool2d(maxPool2d(c5, { kernel: 3, stride: 2 }), { size: 6 });
    const f6 = relu(linear(dropout(flatten(p5)), { units: 4096 }));
    const f7 = relu(linear(dropout(f6), { units: 4096 }));
    return linear(f7, { units: 1000 });
  },
});
