// @ts-nocheck
import { batchNorm, channelShuffle, concat, conv2d, defineModel, globalAveragePool2d, linear, relu, split } from "kernelsmith";

const point = (x, filters) => relu(batchNorm(conv2d(x, { filters, kernel: 1, bias: false })));
const depth = (x, stride = 1) => {
  const { shape: [c] } = x;
  return batchNorm(conv2d(x, { filters: c, groups: c, kernel: 3, stride, padding: 1, bias: false }));
};

const keep = (x) => {
  const [left, right] = split(x, { parts: 2 });
  const c = right.shape[0];
  return channelShuffle(concat([left, point(depth(point(right, c)), c)]), { groups: 2 });
};

const down = (x, filters) => {
  const half = filters / 2;
  const left = point(depth(x, 2), half);
  const right = point(depth(point(x, half), 2), half);
  return channelShuffle(concat([left, right]), { groups: 2 });
};

export default defineModel({
  name: "shufflenet-v2",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    let x = point(image, 24);
    for (const [filters, repeats] of [[48, 3], [96, 7], [192, 3]]) {
      x = down(x, filters);
      for (let i = repeats; i > 0; i--) x = keep(x);
    }
    return linear(globalAveragePool2d(point(x, 1024)), { units: 10 });
  },
});
