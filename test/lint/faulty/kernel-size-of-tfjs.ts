// @ts-nocheck
import * as k from "kernelsmith";

export default k.defineModel({
  name: "doodle",
  inputs: { strokes: [1, 28, 28] },
  outputs({ strokes }) {
    const conv = k.conv2d(strokes, { kernelSize: 5, filters: 8, strides: 1 }); // !! KS101
    const pool = k.maxPool2d(k.relu(conv), { kernel: 2 });
    return { scores: k.linear(k.flatten(pool), { units: 345 }) };
  },
});
