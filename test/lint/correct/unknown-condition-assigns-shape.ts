// @ts-nocheck
import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";

const large = Boolean(process.env.LARGE);
let size = 8;
if (large) size = 64;
const pools = large ? 4 : 1;

export default defineModel({
  inputs: { image: [1, size, size] },
  outputs({ image }) {
    let x = image;
    for (let i = 0; i < pools; i++) x = maxPool2d(relu(conv2d(x, { filters: 8, kernel: 3, padding: 1 })), { kernel: 2 });
    const last = x.shape[1] === 4 ? conv2d(x, { filters: 4, kernel: 4 }) : conv2d(x, { filters: 4, kernel: 5 });
    return linear(flatten(last), { units: 3 });
  },
});
