// @ts-nocheck
import { conv2d, crossEntropy, defineModel, dropout, flatten, linear, maxPool2d, relu } from "kernelsmith";

const cfg = { D: [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"] } as const;

export const vgg = (variant: keyof typeof cfg) =>
  defineModel({
    name: `vgg-${variant}`,
    inputs: { image: [3, 32, 32] },
    outputs({ image }) {
      const features = cfg[variant].reduce(
        (x, v) => (v === "M" ? maxPool2d(x, { kernel: 2 }) : relu(conv2d(x, { filters: v, kernel: 3, padding: 1 }))), // ok KS254
        image,
      );
      const hidden = relu(linear(flatten(features), { units: 512 }));
      return { logits: linear(dropout(hidden), { units: 10 }) };
    },
    train: { loss: crossEntropy() },
  });

export default vgg("D");
