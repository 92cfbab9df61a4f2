// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu, softmax } from "kernelsmith";

const dense = (x, units) => relu(linear(x, { units })); // !! KS303

export default defineModel({
  name: "digits",
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    const strokes = relu(conv2d(image, { filters: 8, kernel: 3 }));
    const hidden = dense(flatten(strokes), 16);
    return { probabilities: softmax(dense(hidden, 10)) };
  },
});
