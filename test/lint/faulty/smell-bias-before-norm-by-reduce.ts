// @ts-nocheck
import * as ks from "kernelsmith";

const stages = [
  { filters: 8, stride: 1 },
  { filters: 16, stride: 2 },
  { filters: 32, stride: 2 },
];

export default ks.defineModel({
  inputs: { image: [1, 32, 32] },
  outputs: ({ image }) => {
    const x = stages.reduce((t, stage) => {
      const c = ks.conv2d(t, { ...stage, kernel: 3, padding: 1 }); // !! KS305
      return ks.relu(ks.batchNorm(c));
    }, image);
    return { y: ks.linear(ks.globalAveragePool2d(x), { units: 10 }) };
  },
});
