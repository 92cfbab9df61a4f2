// @ts-nocheck
import * as ks from "kernelsmith";

const { conv2d, relu, maxPool2d, flatten, linear } = ks;

/** Shapes as Keras and tfjs have them: height, width, channels. */
const INPUT_SHAPE = [28, 28, 1] as const;

export const model = ks.defineModel({
  name: "mnist",
  inputs: { image: INPUT_SHAPE },
  outputs: ({ image }) => {
    const c1 = relu(conv2d(image, { filters: 32, kernel: 3 })); // !! KS203
    const c2 = relu(conv2d(c1, { filters: 64, kernel: 3 }));
    const p = maxPool2d(c2, { kernel: 2 });
    return { logits: linear(relu(linear(flatten(p), { units: 128 })), { units: 10 }) };
  },
});
