// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

function convolve(this: { kernel: number }, filters: number, x) {
  return relu(conv2d(x, { filters, kernel: this.kernel, padding: this.kernel >> 1 }));
}
const three = convolve.bind({ kernel: 3 });
const five = convolve.bind({ kernel: 5 }, 8);

export default defineModel({
  inputs: { image: [1, 6, 6] },
  outputs({ image }) {
    const a = three(4, image);
    const b = five(a);
    const c = convolve.call({ kernel: 1 }, 16, b);
    const d = convolve.apply({ kernel: 3 }, [8, c]);
    return linear(globalAveragePool2d(d), { units: arguments.length });
  },
});
