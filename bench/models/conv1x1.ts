import { conv2d, defineModel } from "kernelsmith";

export default defineModel({
  name: "conv1x1",
  inputs: { image: [256, 14, 14] },
  outputs: ({ image }) => ({ map: conv2d(image, { filters: 256, kernel: 1 }) }),
});
