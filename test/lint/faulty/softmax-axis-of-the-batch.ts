// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu, softmax } from "kernelsmith";

const NUM_CLASSES = 10;

// dim=1 in PyTorch, where the batch is axis 0
export default defineModel({
  name: "digits",
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => {
    const hidden = relu(conv2d(image, { filters: 8, kernel: 3 }));
    const scores = linear(flatten(hidden), { units: NUM_CLASSES });
    return { probabilities: softmax(scores, { axis: 1 }) }; // !! KS206
  },
});
