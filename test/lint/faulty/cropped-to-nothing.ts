// @ts-nocheck
import { conv2d, convTranspose2d, defineModel, pad, relu } from "kernelsmith";

const crop = (x, pixels: number) => pad(x, { padding: -pixels }); // !! KS203

export default defineModel({
  name: "crop",
  inputs: { image: [1, 16, 16] },
  outputs({ image }) {
    const down = relu(conv2d(image, { filters: 8, kernel: 4, stride: 4 }));
    const cropped = crop(down, 2);
    return convTranspose2d(cropped, { filters: 1, kernel: 4, stride: 4 });
  },
});
