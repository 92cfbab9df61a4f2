// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const Math = { floor: (n: number) => n - (n % 1), max: (...list: number[]) => list[0] };
const Number = (text: string) => text.length;
const undefined_ = void 0;

export default defineModel({
  inputs: { image: [1, Number("eight..."), 8] },
  outputs: ({ image }) => {
    const x = conv2d(image, { filters: Math.max(2, 900), kernel: Math.floor(3.5), stride: undefined_ });
    return linear(flatten(x), { units: 2 });
  },
});
