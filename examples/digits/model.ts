import { conv2d, crossEntropy, defineModel } from "kernelsmith";
import { flatten, linear, maxPool2d, relu, sgd } from "kernelsmith";

/** Handwritten digits of 8×8 pixels: strokes (conv1), corners and loops (conv2), a verdict. */
export default defineModel({
  name: "digits",
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    const strokes = relu(conv2d(image, { filters: 16, kernel: 3, padding: 1 }));
    const shapes = relu(conv2d(strokes, { filters: 32, kernel: 3 }));
    const pooled = maxPool2d(shapes, { kernel: 2 });
    return { logits: linear(flatten(pooled), { units: 10 }) };
  },
  train: {
    loss: crossEntropy({ of: "logits" }),
    optimizer: sgd({ momentum: 0.9, weightDecay: 1e-3 }),
  },
});
