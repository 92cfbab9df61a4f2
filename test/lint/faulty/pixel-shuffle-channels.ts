// @ts-nocheck
import { conv2d, defineModel, pixelShuffle, tanh } from "kernelsmith";

const scale = 3;
const colours = 3;

/** ESPCN, whose last convolution must give colours · scale² channels. */
export default defineModel({
  name: "espcn",
  inputs: { small: [colours, 72, 72] },
  outputs({ small }) {
    const a = tanh(conv2d(small, { filters: 64, kernel: 5, padding: 2 }));
    const b = tanh(conv2d(a, { filters: 32, kernel: 3, padding: 1 }));
    const c = conv2d(b, { filters: colours * 2 ** 2, kernel: 3, padding: 1 });
    const large = pixelShuffle(c, { scale }); // !! KS204
    return { large };
  },
});
