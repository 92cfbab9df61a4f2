// @ts-nocheck
import { add, batchNorm, conv2d, defineModel, maxPool2d, mse, relu, upsample } from "kernelsmith";

const unit = (x, filters) => {
  const conv = (t, f, kernel) => conv2d(relu(batchNorm(t)), { filters: f, kernel, padding: kernel >> 1, bias: false });
  const y = conv(conv(conv(x, filters / 2, 1), filters / 2, 3), filters, 1);
  return add(y, x.shape[0] === filters ? x : conv2d(x, { filters, kernel: 1, bias: false }));
};

const hourglass = (x, n) => {
  const c = x.shape[0];
  const up = unit(x, c);
  let low = unit(maxPool2d(x, { kernel: 2 }), c);
  low = n > 1 ? hourglass(low, n - 1) : unit(low, c);
  return add(up, upsample(unit(low, c), { scale: 2 }));
};

export default defineModel({
  name: "hourglass",
  inputs: { image: [3, 64, 64] },
  outputs: ({ image }) => {
    const stem = relu(batchNorm(conv2d(image, { filters: 32, kernel: 3, padding: 1, bias: false })));
    const x = relu(batchNorm(hourglass(stem, 3)));
    return { joints: conv2d(x, { filters: 14, kernel: 1 }) };
  },
  train: { loss: mse() },
});
