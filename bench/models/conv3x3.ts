import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  name: "conv3x3",
  inputs: { image: [64, 56, 56] },
  outputs: ({ image }) => ({ map: conv2d(image, { filters: 64, kernel: 3, padding: 1 }) }),
});
