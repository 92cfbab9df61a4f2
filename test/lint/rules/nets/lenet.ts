import { conv2d, crossEntropy, defineModel, flatten, linear, maxPool2d, tanh } from "kernelsmith";

/** LeCun et al. 1998, section II.B. */
export default defineModel({
  inputs: { image: [1, 32, 32] },
  outputs: ({ image }) => {
    const c1 = tanh(conv2d(image, { filters: 6, kernel: 5 }));
    const s2 = maxPool2d(c1, { kernel: 2 });
    const c3 = tanh(conv2d(s2, { filters: 16, kernel: 5 }));
    const s4 = maxPool2d(c3, { kernel: 2 });
    const c5 = tanh(conv2d(s4, { filters: 120, kernel: 5 }));
    const f6 = tanh(linear(flatten(c5), { units: 84 }));
    return linear(f6, { units: 10 });
  },
  train: { loss: crossEntropy() },
});
