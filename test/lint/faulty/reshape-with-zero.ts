// @ts-nocheck
import { conv2d, defineModel, linear, relu, reshape } from "kernelsmith";

export default defineModel({
  name: "keep-batch",
  inputs: { image: [1, 16, 16] },
  outputs({ image }) {
    const map = relu(conv2d(image, { filters: 4, kernel: 3, stride: 2, padding: 1 }));
    // in ONNX a 0 keeps the size
    const rows = reshape(map, [0, -1]); // !! KS205
    return { y: linear(rows, { units: 3 }) };
  },
});
