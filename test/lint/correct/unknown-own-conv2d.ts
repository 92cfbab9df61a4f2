// @ts-nocheck
import { defineModel, flatten, linear, conv2d as convolution, relu } from "kernelsmith";

/** Not the library's: kernels here are half sizes. */
function conv2d(x, { filters, kernel }) {
  return convolution(x, { filters, kernel: 2 * kernel + 1, padding: kernel });
}
const maxPool2d = (x, { kernel }) => (kernel > x.shape[1] ? x : relu(x));

export default defineModel({
  inputs: { image: [1, 5, 5] },
  outputs({ image }) {
    const a = maxPool2d(conv2d(image, { filters: 4, kernel: 4, strides: 3 }), { kernel: 50 });
    return linear(flatten(a), { units: 2 });
  },
});
