// @ts-nocheck
import { add, averagePool2d, batchNorm, channelShuffle, concat, conv2d, defineModel, globalAveragePool2d, linear, maxPool2d, relu } from "kernelsmith";

const groups = 3;

const gconv = (x, filters, g = groups) => batchNorm(conv2d(x, { filters, kernel: 1, groups: g, bias: false }));
const depthwise = (x, stride) => {
  const c = x.shape[0];
  return batchNorm(conv2d(x, { filters: c, groups: c, kernel: 3, stride, padding: 1, bias: false }));
};

function unit(x, filters, stride, first = false) {
  const into = stride === 2 ? filters - x.shape[0] : filters;
  let y = relu(gconv(x, filters / 4, first ? 1 : groups));
  if (!first) y = channelShuffle(y, { groups });
  y = gconv(depthwise(y, stride), into);
  if (stride === 1) return relu(add(x, y));
  return relu(concat([averagePool2d(x, { kernel: 3, stride: 2, padding: 1 }), y]));
}

export default defineModel({
  name: "shufflenet",
  inputs: { image: [3, 112, 112] },
  outputs({ image }) {
    let x = relu(batchNorm(conv2d(image, { filters: 24, kernel: 3, stride: 2, padding: 1, bias: false })));
    x = maxPool2d(x, { kernel: 3, stride: 2, padding: 1 });
    const stages = [
      [240, 4],
      [480, 8],
      [960, 4],
    ];
    stages.forEach(([filters, repeat], s) => {
      for (let i = 0; i < repeat; i++) x = unit(x, filters, i === 0 ? 2 : 1, s === 0 && i === 0);
    });
    return { logits: linear(globalAveragePool2d(x), { units: 1000 }) };
  },
});
