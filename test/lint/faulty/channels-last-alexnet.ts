// @ts-nocheck
import { conv2d, defineModel, dropout, flatten, linear, maxPool2d, relu } from "kernelsmith";

const width = 224;
const height = width;
const channels = 3;

const stem = (x) =>
  maxPool2d(
    relu(
      conv2d(x, { filters: 64, kernel: 11, stride: 4, padding: 2 }), // !! KS203
    ),
    { kernel: 3, stride: 2 },
  );

export default defineModel({
  name: "alexnet",
  inputs: { picture: [height, width, channels] },
  outputs({ picture }) {
    let x = stem(picture);
    x = maxPool2d(relu(conv2d(x, { filters: 192, kernel: 5, padding: 2 })), { kernel: 3, stride: 2 });
    x = relu(conv2d(x, { filters: 256, kernel: 3, padding: 1 }));
    x = maxPool2d(x, { kernel: 3, stride: 2 });
    x = relu(linear(dropout(flatten(x)), { units: 512 }));
    return { classes: linear(x, { units: 1000 }) };
  },
});
