// @ts-nocheck
import { batchNorm, channelShuffle, concat, conv2d, defineModel, relu, split } from "kernelsmith";

const depthwise = (x, stride = 1) =>
  batchNorm(conv2d(x, { filters: x.shape[0], groups: x.shape[0], kernel: 3, stride, padding: 1, bias: false }));
const pointwise = (x, filters) => relu(batchNorm(conv2d(x, { filters, kernel: 1, bias: false })));

function unit(x) {
  const [keep, work] = split(x, { parts: 2 }); // !! KS207
  const done = pointwise(depthwise(pointwise(work, work.shape[0])), work.shape[0]);
  return channelShuffle(concat([keep, done]), { groups: 2 });
}

export default defineModel({
  name: "shufflenet-v2",
  inputs: { image: [3, 56, 56] },
  outputs({ image }) {
    let x = relu(batchNorm(conv2d(image, { filters: 25, kernel: 3, stride: 2, padding: 1, bias: false })));
    for (let i = 0; i < 3; i++) x = unit(x);
    return { features: x };
  },
});
