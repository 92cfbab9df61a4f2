// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

function counter(start: number) {
  let n = start;
  return { next: () => (n *= 2), reset: () => void (n = start) };
}
const widths = counter(4);
const log: string[] = [];

export default defineModel({
  inputs: { image: [1, 12, 12] },
  outputs({ image }) {
    widths.reset();
    let x = image;
    const grow = () => {
      const filters = widths.next();
      log.push(`${filters}`);
      x = relu(conv2d(x, { filters, kernel: 3, groups: x.shape[0] }));
    };
    grow();
    grow();
    grow();
    return linear(globalAveragePool2d(x), { units: log.length > 0 ? 2 : 0 });
  },
});
