// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

let size = 8;
const grow = (): boolean => {
  size += 8;
  return true;
};
if (process.env.GROW && grow()) size += 1;
const list = [3, 3];
if (process.env.SHORT !== undefined) list.pop();
else list.push(2);

export default defineModel({
  inputs: { image: [1, size, size] },
  outputs({ image }) {
    let x = image;
    for (const kernel of list) x = relu(conv2d(x, { filters: 2, kernel }));
    return linear(flatten(maxPool2d(x, { kernel: 3 })), { units: list.length });
  },
});
