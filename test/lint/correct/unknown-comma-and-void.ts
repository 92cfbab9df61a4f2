// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

let k = 99;
const kernel = ((k = 3), k);
const chain = (a, b) => (a ||= b, a ??= 7, a &&= b, a);

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => {
    let i = 0;
    const filters = i++ + ++i + i--;
    const x = conv2d(image, { filters: chain(0, filters), kernel, padding: void 0 });
    return linear(flatten(x), { units: typeof x === "object" && "shape" in x && x.shape instanceof Array ? 2 : 0 });
  },
});
