// @ts-nocheck
import { conv2d, defineModel, relu } from "kernelsmith";

// a satellite image at full resolution, and as many channels as in the last stage of a ResNet
const tile = 2 ** 10;

export default defineModel({
  name: "satellite",
  inputs: { tile: [4, tile, tile] },
  outputs({ tile }) {
    const a = relu(conv2d(tile, { filters: 64, kernel: 3, padding: 1 }));
    const b = relu(conv2d(a, { filters: 2048, kernel: 1 })); // !! KS208
    return { classes: conv2d(b, { filters: 12, kernel: 1 }) };
  },
});
