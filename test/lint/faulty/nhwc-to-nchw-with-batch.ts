// @ts-nocheck
import { conv2d, defineModel, globalMaxPool2d, linear, relu, transpose } from "kernelsmith";

/** Frames come from a canvas as height, width, colour. */
export default defineModel({
  name: "frames",
  inputs: { frame: [96, 128, 3] },
  outputs({ frame }) {
    const planes = transpose(frame, [0, 3, 1, 2]); // !! KS206
    const edges = relu(conv2d(planes, { filters: 16, kernel: 5, stride: 2, padding: 2 }));
    const parts = relu(conv2d(edges, { filters: 32, kernel: 3, stride: 2, padding: 1 }));
    return { label: linear(globalMaxPool2d(parts), { units: 4 }) };
  },
});
