// @ts-nocheck
import { concat, conv2d, defineModel, maxPool2d, pad, relu, upsample } from "kernelsmith";

const conv = (x, filters) => relu(conv2d(x, { filters, kernel: 3, padding: 1 }));

/** Any size: what comes up is padded to what went down. */
function level(x, filters, depth) {
  const here = conv(x, filters);
  if (depth === 0) return here;
  const below = level(maxPool2d(here, { kernel: 2, ceilMode: true }), filters * 2, depth - 1);
  const up = upsample(below, { scale: 2 });
  const [dy, dx] = [1, 2].map((d) => here.shape[d] - up.shape[d]);
  const fitted = pad(up, { padding: [0, 0, dy, dx] });
  return conv(concat([here, fitted]), filters);
}

export default defineModel({
  name: "unet-odd",
  inputs: { image: [3, 75, 101] },
  outputs: ({ image }) => ({ labels: conv2d(level(image, 8, 3), { filters: 5, kernel: 1 }) }),
});
