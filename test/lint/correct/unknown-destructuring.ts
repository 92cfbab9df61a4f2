// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const table = {
  stem: { filters: 4, size: [3, 3] },
  body: [{ filters: 8 }, { filters: 16, stride: 2 }, { filters: 32, ...{ stride: 2 } }],
  ["he" + "ad"]: { units: 10, extra: null },
};
const { stem: { filters: first, size: [kh, kw = 1] }, body: [b0, ...others], ["head"]: { units = 3, ...left } } = table;

export default defineModel({
  name: Object.keys(left).join("-"),
  inputs: { image: [3, 24, 24] },
  outputs({ image: x, ...none }) {
    [x] = [relu(conv2d(x, { filters: first, kernel: [kh, kw] })), none];
    ({ x } = { x: relu(conv2d(x, { ...b0, kernel: 3 })) });
    for (const { stride = 1, ...o } of others) x = relu(conv2d(x, { ...o, stride, kernel: 3, padding: 1 }));
    const { shape: { 0: c, length } } = x;
    return linear(globalAveragePool2d(x), { units: units + (c === 32 && length === 3 ? 0 : -99) });
  },
});
