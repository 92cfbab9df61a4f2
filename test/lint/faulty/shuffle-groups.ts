// @ts-nocheck
import { batchNorm, channelShuffle, conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const unit = (x, { groups, filters }) => {
  const squeezed = relu(batchNorm(conv2d(x, { filters, kernel: 1, bias: false })));
  const shuffled = channelShuffle(squeezed, { groups }); // !! KS204
  return relu(batchNorm(conv2d(shuffled, { filters, groups: filters, kernel: 3, stride: 2, padding: 1, bias: false })));
};

export default defineModel({
  name: "shuffle",
  inputs: { image: [3, 48, 48] },
  outputs({ image }) {
    const plan = [
      { groups: 3, filters: 24 },
      { groups: 3, filters: 60 },
      { groups: 3, filters: 112 },
    ];
    const trunk = plan.reduce(unit, image);
    return { logits: linear(globalAveragePool2d(trunk), { units: 10 }) };
  },
});
