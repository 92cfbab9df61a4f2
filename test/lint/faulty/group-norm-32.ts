// @ts-nocheck
import { add, conv2d, defineModel, groupNorm, relu, silu } from "kernelsmith";

const GROUPS = 32; // as in every diffusion model

const resBlock = (x, filters) => {
  let h = conv2d(silu(groupNorm(x, { groups: GROUPS })), { filters, kernel: 3, padding: 1 }); // !! KS204
  h = conv2d(silu(groupNorm(h, { groups: GROUPS })), { filters, kernel: 3, padding: 1 });
  const skip = x.shape[0] === filters ? x : conv2d(x, { filters, kernel: 1 });
  return add(skip, h);
};

export default defineModel({
  inputs: { noisy: [3, 32, 32] },
  outputs({ noisy }) {
    const stem = relu(conv2d(noisy, { filters: 48, kernel: 3, padding: 1 }));
    const middle = resBlock(stem, 96);
    return { noise: conv2d(middle, { filters: 3, kernel: 3, padding: 1 }) };
  },
});
