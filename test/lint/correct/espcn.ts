// @ts-nocheck
import { conv2d, defineModel, l1, pixelShuffle, tanh } from "kernelsmith";

const scale = 3;

export default defineModel({
  name: `espcn-x${scale}`,
  inputs: { small: [1, 60, 80] },
  outputs: ({ small }) => {
    const hidden = [
      { filters: 64, kernel: 5 },
      { filters: 32, kernel: 3 },
    ].reduce((x, { filters, kernel }) => tanh(conv2d(x, { filters, kernel, padding: "same" })), small);
    const parts = conv2d(hidden, { filters: scale ** 2, kernel: 3, padding: "same" });
    return { large: pixelShuffle(parts, { scale }) };
  },
  train: { loss: l1() },
});
