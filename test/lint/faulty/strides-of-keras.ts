// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

const DownBlock = (filters: number) => (x) =>
  relu(conv2d(x, { filters, kernel: 3, strides: 2, padding: "same" })); // !! KS101

const net = [DownBlock(16), DownBlock(32), DownBlock(64), flatten];

export default defineModel({
  name: "pilot",
  inputs: { road: [3, 66, 200] },
  outputs: ({ road }) => {
    const x = net.reduce((t, f) => f(t), road);
    return { angle: linear(relu(linear(x, { units: 50 })), { units: 1 }) };
  },
});
